# The SPA behind nginx, run as an account without rights; /api, /feeds and /public go on.
FROM node:20.19.5-trixie-slim AS build
WORKDIR /app/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY deploy/server/security-headers.conf /app/deploy/server/
COPY frontend ./
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.28.0-alpine
COPY --from=build /app/frontend/dist /usr/share/nginx/html
COPY deploy/server/security-headers.conf /etc/nginx/security-headers.conf
COPY deploy/server/site.conf deploy/server/redirect.conf /tmp/
USER root
RUN sed -e 's|@LISTEN@|8443 ssl|; s|@HOST@|_|; s|@SCHEME@|https|; s|@ROOT@|/usr/share/nginx/html|' \
        -e 's|@TLS@|ssl_certificate /run/secrets/tls_certificate; ssl_certificate_key /run/secrets/tls_key; ssl_protocols TLSv1.2 TLSv1.3;|' \
        -e 's|@HSTS@|add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;|' \
        -e 's|@BACKEND@|http://backend:8000|; s|@HEADERS@|/etc/nginx/security-headers.conf|' \
        /tmp/site.conf > /etc/nginx/conf.d/default.conf \
    && sed -e 's|@HOST@|_|; s|listen 80;|listen 8080;|' /tmp/redirect.conf > /etc/nginx/conf.d/redirect.conf \
    && rm /tmp/site.conf /tmp/redirect.conf
USER 101:101
EXPOSE 8080 8443
