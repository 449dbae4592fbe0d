/**
 * The element of the page with this id; a page without it is broken.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  return theOne(document.getElementById(id), kind, id)
}

/**
 * The first element inside `root` that answers to the selector; there is one.
 *
 * @template {HTMLElement} Kind
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function within(root, selector, kind) {
  return theOne(root.querySelector(selector), kind, selector)
}

/**
 * @template {HTMLElement} Kind
 * @param {Element | null} found
 * @param {new () => Kind} kind
 * @param {string} name
 * @returns {Kind}
 */
function theOne(found, kind, name) {
  if (found instanceof kind) return found
  throw new Error(`No hay «${name}» en la página.`)
}

/**
 * A new element. What the element knows by that name is set as its property, the rest as attributes; every child that
 * is text goes in as text: nothing that a person typed can become markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, unknown>>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) Reflect.set(node, name, value)
    else node.setAttribute(name, String(value))
  }
  node.append(...children)
  return node
}

/**
 * The first element inside `root` that answers to the selector, if there is any.
 *
 * @param {HTMLElement} root
 * @param {string} selector
 */
export function find(root, selector) {
  const found = root.querySelector(selector)
  return found instanceof HTMLElement ? found : null
}
