import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

if settings.PRODUCTION:  # whatever server runs this, not only the one of config.serving
    from operations.starting import refuse_unfit_database

    refuse_unfit_database()
