import { describe, expect, it } from "vitest"
import { meaningOf } from "../../adapters/slack/codes.ts"
import { editOutcomeOf, outcomeOf, rejectedFor } from "../../adapters/slack/outcomes.ts"
import { expectSpanish } from "../contract/expect-spanish.ts"

const words = (text: string) => text.trim().split(/\s+/)

/** docs.slack.dev: what every method may answer with. */
const COMMON = words(`
  access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied enterprise_is_restricted fatal_error
  internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth invalid_charset invalid_form_data
  invalid_post_type method_deprecated missing_post_type missing_scope no_permission not_allowed_token_type
  not_authed org_login_required ratelimited request_timeout service_unavailable team_access_not_granted
  team_added_to_org token_expired token_revoked two_factor_setup_required`)

/** docs.slack.dev/reference/methods/chat.postMessage */
const POST = words(`
  app_access_restricted as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found
  draft_already_deleted draft_already_sent draft_has_conflict draft_not_found duplicate_channel_not_found
  duplicate_message_not_found invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema
  is_archived markdown_text_conflict message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app
  metadata_too_large missing_file_data msg_blocks_too_long msg_too_long no_text not_in_channel rate_limited
  restricted_action restricted_action_non_threadable_channel restricted_action_read_only_channel
  restricted_action_thread_locked restricted_action_thread_only_channel send_on_behalf_not_allowed
  slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked
  team_not_found too_many_attachments too_many_contact_cards`)

/** docs.slack.dev/reference/methods/chat.update */
const UPDATE = words(`
  as_user_not_supported block_mismatch cant_broadcast_message cant_update_message channel_not_found edit_window_closed
  external_channel_migrating invalid_attachments invalid_blocks invalid_blocks_format invalid_metadata_format
  invalid_metadata_schema is_inactive markdown_text_conflict message_not_found metadata_must_be_sent_from_app
  metadata_too_large msg_too_long no_dual_broadcast_content_update no_text slack_connect_file_link_sharing_blocked
  streaming_state_conflict team_not_found too_many_attachments update_failed`)

/** After these Slack itself says that something may have been done all the same, or it cannot know. */
const IN_DOUBT = ["fatal_error", "internal_error", "request_timeout", "service_unavailable", "update_failed"]
const LATER =
  words(`external_channel_migrating message_limit_exceeded org_login_required rate_limited ratelimited
  team_added_to_org`)

const published = [...new Set([...COMMON, ...POST, ...UPDATE])].sort()

const platformError = (error: string) =>
  Object.assign(new Error(error), { code: "slack_webapi_platform_error", data: { ok: false, error } })

describe("Slack's published error codes", () => {
  it.each(published)("%s is permanent, passing or in doubt, and said in Spanish", (code) => {
    const kind = IN_DOUBT.includes(code) ? "uncertain" : LATER.includes(code) ? "retry" : "permanent"
    const meaning = meaningOf(code)
    expect(meaning, "a code without a class").not.toBeNull()
    expect(meaning?.kind).toBe(kind)
    if (meaning?.kind === "permanent") {
      expectSpanish(meaning.reason)
      expect(meaning.reason).not.toContain(code)
    }
    if (meaning?.kind === "retry") expect(meaning.after).toBeGreaterThanOrEqual(1_000)
  })

  it.each(published)("%s never leaves a change in doubt", (code) => {
    expect(editOutcomeOf(platformError(code)).kind).not.toBe("uncertain")
  })

  it("take a code of tomorrow for a refusal that a person sees", () => {
    expect(meaningOf("a_code_of_tomorrow")).toBeNull()
    expect(outcomeOf(platformError("a_code_of_tomorrow"))).toEqual(rejectedFor("a_code_of_tomorrow"))
    const { reason } = rejectedFor("a_code_of_tomorrow")
    expect(reason).toContain("a_code_of_tomorrow")
    expectSpanish(reason)
  })

  it("are no words of JavaScript", () => {
    for (const word of ["constructor", "toString", "__proto__"]) expect(meaningOf(word)).toBeNull()
  })
})

describe("an error that is not Slack's", () => {
  it("leaves a send in doubt, and a change to be made again", () => {
    expect(outcomeOf(new TypeError("x"))).toMatchObject({ kind: "uncertain" })
    expect(editOutcomeOf(new TypeError("x"))).toMatchObject({ kind: "retry" })
  })
})
