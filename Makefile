# make install   建环境（.venv，不含 torch）
# make run       建环境、建索引、启动页面与接口：http://127.0.0.1:8000；PORT=8123 换端口
# make test      测试环境（含浏览器与中文字体）、代码检查、类型检查、全部测试

PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# 装好的记号；pyproject.toml 改了就重装。
LIGHT := .venv/.installed
FULL := .venv/.installed-dev

.PHONY: install run test browser
.DELETE_ON_ERROR:

install: $(LIGHT)

# 索引缺失或过期时先建；语料读不了时说明原因，上一份索引照常服务。
run: $(LIGHT)
	@PORT=$(PORT) $(BIN)/python app.py

test: $(FULL) browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadscope

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 及以上；已装在别处时请写 make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv

$(LIGHT): pyproject.toml | $(BIN)/pip
	$(PIP) install --editable .
	@touch $@

# torch 的版本写死在 pyproject.toml 里，与其余依赖在同一次求解中安装：
# 先装 sentence-transformers 会把最新的 torch 带进来，那一版没有测过，也可能是数 GB 的 CUDA 版。
$(FULL): pyproject.toml | $(BIN)/pip
	$(PIP) install --editable '.[dev]'
	@touch $(LIGHT) $@

# 浏览器测试用 Debian 的 chromium 与中文字体；已有就什么也不做。
browser:
	@if [ -x /usr/bin/chromium ] && fc-list ':lang=zh' 2>/dev/null | grep -q .; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then as=; \
	elif [ "$$(id -u)" = 0 ]; then as=env; \
	elif command -v sudo >/dev/null; then as=sudo; fi; \
	if [ -z "$$as" ]; then \
		echo "浏览器测试需要 /usr/bin/chromium 和中文字体，请先安装，例如：apt-get install chromium fonts-noto-cjk" >&2; \
		exit 1; \
	fi; \
	$$as apt-get update -q && \
	$$as DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium fontconfig fonts-noto-cjk
