# syntax=docker/dockerfile:1

# The program, compiled. `docker build --build-arg NODE=24-bookworm-slim .` for another Node.js (20.19 or later).
ARG NODE=20-bookworm-slim
FROM node:${NODE} AS build
WORKDIR /plenaria
COPY package.json package-lock.json .npmrc build.mjs ./
COPY prisma prisma
RUN npm ci
COPY src src
COPY adapters adapters
COPY docs docs
COPY LICENSE ./
RUN npm run build

FROM node:${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/datos RESPALDO_DIR=/respaldos
COPY --from=build --chown=root:root /plenaria/dist /plenaria
# What it writes is there and nowhere else: the rest may be read-only.
RUN install -d -o node -g node -m 700 /datos /respaldos
VOLUME /datos /respaldos
WORKDIR /plenaria
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/salud').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Signals reach the program as it is the first process: it ends what is under way and leaves.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=4", "--v8-pool-size=1"]
CMD ["main.mjs"]
