"""``yiyang-qa serve``: page and endpoint over any folder of documents."""

from __future__ import annotations

import argparse
import errno
import socket
import sys
from contextlib import closing

from yiyang_qa.cli.parser import Parser, whole_number
from yiyang_qa.cli.places import place_arguments
from yiyang_qa.cli.progress import progress
from yiyang_qa.config import Settings
from yiyang_qa.errors import RequestInvalid

NAME = "serve"
HELP = "启动问答页面和接口"

#: Why an address cannot be had → what to do.
_REFUSALS = {
    errno.EADDRINUSE: "端口 {port} 已被占用，请用 --port 换一个",
    errno.EACCES: "没有权限使用端口 {port}，请用 --port 换一个大于 1023 的",
    errno.EADDRNOTAVAIL: "{host} 不是本机的地址，请检查 --host",
}
_UNKNOWN = "不能使用地址 {host}:{port}，请检查 --host 和 --port"


def arguments(parser: Parser) -> None:
    """Declare the options."""
    place_arguments(parser)
    add = parser.options.add_argument
    add("--host", metavar="HOST", default="127.0.0.1", help="监听的地址，默认 127.0.0.1（仅本机）")
    add("--port", metavar="N", type=whole_number(1, 65535), default=8000, help="端口，默认 8000")


def run(args: argparse.Namespace, settings: Settings) -> None:
    """Build what is missing or stale, then serve until interrupted."""
    check_address(args.host, args.port)
    from yiyang_qa.api import application, serve
    from yiyang_qa.assistant import Renewal, open_assistant

    assistant = open_assistant(settings, progress("正在编码"))
    app = application(settings, lambda _: assistant, renewing=Renewal(settings))
    check_address(args.host, args.port)  # it may have been taken while we were building
    host = f"[{args.host}]" if ":" in args.host else args.host
    print(f"医养问答：http://{host}:{args.port} （按 Ctrl-C 停止）", file=sys.stderr, flush=True)
    serve(app, host=args.host, port=args.port)


def check_address(host: str, port: int) -> None:
    """Raise ``RequestInvalid``, saying what to do, when nothing can listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with closing(socket.socket(family, kind, protocol)) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
            listener.bind(address)
            listener.listen()
    except OSError as error:
        reason = _REFUSALS.get(error.errno or 0, _UNKNOWN)
        raise RequestInvalid(reason.format(host=host, port=port)) from None
