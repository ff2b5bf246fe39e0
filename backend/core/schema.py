"""What the OpenAPI document cannot see by itself."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension


class SignedInScheme(OpenApiAuthenticationExtension):
    """The session cookie of Django."""

    target_class = "core.requests.SignedIn"
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}
