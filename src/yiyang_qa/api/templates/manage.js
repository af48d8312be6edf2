'use strict';
const $ = id => document.getElementById(id);
const STORE = 'yiyang-admin-key';
const STATUS = {added: '已添加', identical: '已收录过', near_identical: '几乎相同，未添加', name_taken: '编号已被使用，未添加', unsupported: '格式不支持，未添加', unreadable: '读不了，未添加'};
const ACTIONS = {add: '添加', remove: '移出', confirm: '确认'};

function made(tag, words = '', look = '') {
  const node = document.createElement(tag);
  node.textContent = words;
  if (look) node.className = look;
  return node;
}

function bearer() {  // a header takes bytes; the key may be Chinese
  return 'Bearer ' + String.fromCharCode(...new TextEncoder().encode(sessionStorage.getItem(STORE) || ''));
}

function told(status, text) {  // body of a reply and what went wrong, if anything
  let body = null;
  try { body = JSON.parse(text); } catch { /* a proxy's page */ }
  const trouble = status < 400 ? '' : body?.error?.message || '没有成功，请稍后再试。';
  if (status === 401) { sessionStorage.removeItem(STORE); keyed(false); $('secret').focus(); }
  return {body, trouble};
}

async function call(method, path, json) {
  const headers = {Authorization: bearer()};
  if (json) headers['Content-Type'] = 'application/json';
  try {
    const reply = await fetch(path, {method, headers, body: json && JSON.stringify(json)});
    return told(reply.status, await reply.text());
  } catch {
    return {body: null, trouble: '连接不上服务，请检查网络后再试。'};
  }
}

function send(files, force, shown) {  // XMLHttpRequest: fetch does not tell how much has been sent
  return new Promise(done => {
    const form = new FormData(), request = new XMLHttpRequest();
    for (const file of files) form.append('file', file);
    request.open('POST', '/v1/documents' + (force ? '?force=true' : ''));
    request.setRequestHeader('Authorization', bearer());
    request.upload.onprogress = event => shown(event.loaded, event.total);
    request.onload = () => done(told(request.status, request.responseText));
    request.onerror = () => done({body: null, trouble: '上传中断了，请检查网络后再试。'});
    request.send(form);
  });
}

async function renew(id) {  // the part of this page with that id, as the server has it now
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById(id);
  if (fresh) $(id).replaceWith(document.adoptNode(fresh));
}

const FORMS = {
  key: use,
  upload: () => { $('reports').replaceChildren(); add([...$('files').files], false); },
  'fields-form': save,
};
document.addEventListener('submit', event => {
  if (!(event.target.id in FORMS)) return;
  event.preventDefault();
  FORMS[event.target.id](event.target);
});

/* --- 密钥 --- */
function keyed(given) {  // once there is a key, only the offer of another
  for (const part of $('key').querySelectorAll('label, .row')) part.hidden = given;
  $('other-key').hidden = !given;
}

async function use() {
  sessionStorage.setItem(STORE, $('secret').value.trim());
  const {trouble} = await call('GET', '/v1/changes?k=1');
  $('key-said').textContent = trouble || '密钥可用。';
  $('secret').value = '';
  if (!trouble) { keyed(true); $('other-key').focus(); }
}

document.addEventListener('click', event => {
  if (event.target.id === 'other-key') { keyed(false); $('secret').focus(); }
});

function recall() {
  if (!$('key') || !sessionStorage.getItem(STORE)) return;
  keyed(true);
  $('key-said').textContent = '正在使用此前填写的密钥。';
}
recall();

/* --- 添加 --- */
async function add(files, force) {
  const button = $('upload').querySelector('button'), bar = $('progress'), said = $('upload-said');
  button.disabled = true;
  bar.hidden = false;
  bar.removeAttribute('value');
  said.textContent = '正在上传……';
  const {body, trouble} = await send(files, force, (sent, of) => {
    bar.max = of;
    bar.value = sent;
    if (sent >= of) { bar.removeAttribute('value'); said.textContent = '已上传，正在读取并建立索引……'; }
  });
  button.disabled = false;
  bar.hidden = true;
  const reports = body?.files || [];
  said.textContent = reports.length ? `共 ${reports.length} 份，添加了 ${body.added} 份。` : trouble;
  for (const each of reports) $('reports').append(report(each, files));
  if (body?.added) { $('upload').reset(); await renew('catalogue'); seek(); }
}

function report(each, files) {
  const box = made('article', '', `report ${each.status}`);
  box.append(made('h3', `${each.file}：${STATUS[each.status]}`), made('p', each.message));
  if (each.status === 'identical') return box;
  const read = each.document;
  if (read) {
    const region = read.region ? read.region.path.join('') : '地区不明';
    box.append(made('div', `读出：《${read.title}》，${region}，${each.clauses} 条`));
    const facts = [read.kind, read.issuers.join('、'), read.doc_number, read.issued_on].filter(Boolean).join('，');
    box.append(made('div', facts, 'facts'));
  }
  const doubts = each.to_confirm.map(d => `${fieldName(d.field)}${d.value ? `“${d.value}”` : ''}：${d.reason}${lined(d.line)}`);
  const checks = [...doubts, ...each.uncertain.map(u => u.message + lined(u.line))];
  if (checks.length) {
    box.append(made('div', '请核对：'));
    const list = box.appendChild(made('ul'));
    for (const check of checks) list.append(made('li', check));
  }
  if (each.twin?.differences.length) box.append(beside(each.twin));
  if (each.status === 'near_identical') {
    const button = box.appendChild(made('button', '仍要添加', 'plain'));
    button.type = 'button';
    button.onclick = () => { box.remove(); add(files.filter(file => file.name.normalize('NFC') === each.file), true); };
  }
  return box;
}

const fieldName = field => JSON.parse($('reports').dataset.fields)[field] || field;
const lined = line => line ? `（第 ${line.number} 行：${line.text}）` : '';

function beside(twin) {
  const table = made('table', '', 'beside'), row = table.createTHead().insertRow(), body = table.createTBody();
  table.createCaption().textContent = `与《${twin.title}》（${twin.document_id}）不同的条款`;
  const sides = {old: '已收录的', new: '这次添加的'};
  for (const name of Object.values(sides)) row.append(made('th', name));
  for (const each of twin.differences) {
    const line = body.insertRow();
    for (const side of Object.keys(sides)) {
      const cell = line.appendChild(made('td', each[side]?.text || '（没有这一条）'));
      cell.dataset.side = sides[side];
    }
  }
  return table;
}

/* --- 列表 --- */
function seek() {
  const words = $('sought').value.trim().toLowerCase(), doubted = $('doubted').checked;
  for (const item of document.querySelectorAll('.documents > li')) {
    item.hidden = !item.textContent.toLowerCase().includes(words) || (doubted && !('doubted' in item.dataset));
  }
}
$('sought')?.addEventListener('input', seek);
$('doubted')?.addEventListener('change', seek);

document.addEventListener('click', event => {
  const button = event.target.closest('[data-remove]');
  if (!button) return;
  const dialog = $('removal');
  $('removal-asked').textContent = `移出《${button.dataset.title}》？`;
  dialog.returnValue = '';
  dialog.onclose = () => dialog.returnValue === 'yes' ? remove(button) : button.focus();
  dialog.showModal();
});

async function remove(button) {
  button.disabled = true;
  $('list-said').textContent = '正在移出……';
  const {trouble} = await call('DELETE', '/v1/documents/' + encodeURIComponent(button.dataset.remove));
  $('list-said').textContent = trouble || `已移出《${button.dataset.title}》。`;
  button.disabled = false;
  if (!trouble) { await renew('catalogue'); seek(); $('listed').focus(); }
}

$('log')?.addEventListener('toggle', async () => {
  if (!$('log').open) return;
  const {body, trouble} = await call('GET', '/v1/changes');
  const lines = (body?.changes || []).map(c => [c.at.slice(0, 16).replace('T', ' '), c.who, ACTIONS[c.action] || c.action, c.document_id,
    c.field ? `${fieldName(c.field)}：${c.old ?? '无'} → ${c.new ?? '无'}` : ''].filter(Boolean).join('　'));
  $('changes').replaceChildren(...(lines.length ? lines : [trouble || '还没有改动。']).map(line => made('li', line)));
});

/* --- 核对一份文件 --- */
async function save(form) {
  const change = {};
  const ticked = [...form.querySelectorAll('[name=as_read]:checked')].map(box => box.value);
  for (const input of form.querySelectorAll('input[type=text]')) {
    const value = input.value.trim();
    if (value === input.dataset.was) continue;
    change[input.name] = !value ? null : input.name === 'issuers' ? value.split(/[、,，]\s*/).filter(Boolean) : value;
  }
  change.as_read = ticked.filter(name => !(name in change));
  if (!change.as_read.length && Object.keys(change).length === 1) {
    $('saved').textContent = '没有改动，也没有勾选要确认的字段。';
    return;
  }
  const button = form.querySelector('button');
  button.disabled = true;
  $('saved').textContent = '正在保存并更新索引……';
  const {body, trouble} = await call('PATCH', '/v1/documents/' + encodeURIComponent(form.dataset.id), change);
  button.disabled = false;
  $('saved').textContent = trouble;
  if (trouble) { form.elements[body?.error?.field]?.focus(); return; }
  await renew('main');
  recall();
  $('saved').textContent = '已保存，并记入修改记录。';
  $('fields').focus();
}
