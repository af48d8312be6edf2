"""Formats that have pages: pdf, ofd and pictures; printed lines put back together as a text."""
