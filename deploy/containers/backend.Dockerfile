# API, worker, migrations and backup: one image, run as an account without rights.
# psycopg2 is built from source here: the binary wheel brings its own libpq and OpenSSL.
FROM python:3.11.13-slim-trixie AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev libpq-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY backend/requirements.txt .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes --no-binary psycopg2-binary -r requirements.txt

FROM python:3.11.13-slim-trixie
# Debian's PostgreSQL client has the major version of the db image; pango and fonts make the PDFs.
RUN apt-get update && apt-get install --yes --no-install-recommends \
        libpq5 postgresql-client-17 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
        fonts-liberation2 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app iso \
    && install --directory --owner iso --mode 700 /data
COPY --from=build /venv /venv
COPY backend /app/backend
COPY deploy /app/deploy
WORKDIR /app/backend
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings PRODUCTION=1 DATA_DIR=/data
USER 10001:10001
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "-c", "config/serving.py", "config.wsgi"]
