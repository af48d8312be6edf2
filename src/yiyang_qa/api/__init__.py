"""The JSON endpoint and the readable source pages, over one assistant."""

from yiyang_qa.api.application import create_app
from yiyang_qa.api.server import application, serve
from yiyang_qa.api.service import Assistant, Service, service_of

__all__ = ["Assistant", "Service", "application", "create_app", "serve", "service_of"]
