'use strict';
(() => {
  const FIRST_ROWS = 500;
  const MOST_ROWS = 1500;
  const FIRST_ITEMS = 8;
  const MORE_ITEMS = 200;
  const LARGEST = 25 * 1024 * 1024;
  const SLICE = 40;

  const data = JSON.parse(byId('data').textContent);
  const city = byId('city');
  const year = byId('year');
  const results = byId('results');
  const files = new Map();
  let language = data.language;
  let lastNumber = 0;
  const checker = startChecker();

  // ---- words

  function say(key, values = {}) {
    const count = values.count;
    const words = data.words[language];
    const plural = count === 1 && words[key + '_one'] ? '_one' : '_many';
    const text = words[key] ?? words[key + plural] ?? key;
    return text.replace(/\{(\w+)\}/g, (hole, name) => shown(values[name]));
  }

  function shown(value) {
    return typeof value === 'number' ? value.toLocaleString(language) : String(value ?? '');
  }

  const holes = /\{(\w+)\}/g;
  const patterns = new Map();
  for (const [key, english, other] of data.sentences) {
    const names = [];
    let pattern = '';
    let end = 0;
    for (const hole of english.matchAll(holes)) {
      pattern += quoted(english.slice(end, hole.index)) + '(.*?)';
      names.push(hole[1]);
      end = hole.index + hole[0].length;
    }
    const kind = key.split('.').slice(0, 2).join('.');
    const matcher = new RegExp('^' + pattern + quoted(english.slice(end)) + '$', 's');
    patterns.set(kind, [...(patterns.get(kind) ?? []), { matcher, names, other }]);
  }

  function quoted(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }

  /** The checker speaks English; other languages fill what it says into sentences of their own. */
  function translated(kind, text) {
    for (const { matcher, names, other } of patterns.get(kind) ?? []) {
      const found = matcher.exec(text);
      if (found) {
        const filled = {};
        names.forEach((name, i) => {
          filled[name] = translated('phrase.' + name, found[i + 1]) ?? found[i + 1];
        });
        return other.replace(holes, (hole, name) => filled[name] ?? hole);
      }
    }
    return null;
  }

  function message(problem) {
    const text = problem.message;
    if (language === 'en') {
      return text;
    }
    const beside = /^(.*) \(([^()]*)\)$/s.exec(text);
    const more = beside && translated('phrase.beside', beside[2]);
    return more
      ? `${message({ ...problem, message: beside[1] })} (${more})`
      : translated(problem.code + '.message', text) ?? text;
  }

  function fix(problem) {
    return language === 'en' ? problem.fix : translated(problem.code + '.fix', problem.fix) ?? problem.fix;
  }

  function value(problem) {
    const hidden = problem.value && data.hidden[language][problem.value];
    return hidden ?? problem.value;
  }

  // ---- the checker beside the page

  function startChecker() {
    const waiting = new Map();
    let last = 0;
    const answered = ({ number, value, fault }) => {
      const { resolve, reject } = waiting.get(number);
      waiting.delete(number);
      fault === undefined ? resolve(value) : reject(new Error(fault));
    };
    const source = byId('checker').textContent;
    let ask;
    try {
      const code = new Blob([source, '\n', byId('worker').textContent], { type: 'text/javascript' });
      const worker = new Worker(URL.createObjectURL(code));
      worker.onmessage = (event) => answered(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        for (const number of [...waiting.keys()]) {
          answered({ number, fault: event.message || 'memory' });
        }
      };
      ask = (asked, moved) => worker.postMessage(asked, moved);
    } catch (noWorker) {
      const script = document.createElement('script');
      script.textContent = source;
      document.head.append(script);
      ask = ({ number, call, values }) =>
        setTimeout(() => {
          try {
            answered({ number, value: window[call](...values) });
          } catch (fault) {
            answered({ number, fault: String(fault.message || fault) });
          }
        });
    }
    const call = (name, values, moved = []) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        ask({ number: last, call: name, values }, moved);
      });
    const begun = call('begin', [byId('data').textContent]);
    return async (name, values, moved) => {
      await begun;
      return call(name, values, moved);
    };
  }

  // ---- files

  async function take(list) {
    for (const file of list) {
      for (const [number, other] of files) {
        if (other.name === file.name) {
          other.card.remove();
          files.delete(number);
          checker('forget', [number]);
        }
      }
    }
    const taken = [...list].map((file) => {
      const number = ++lastNumber;
      const entry = { number, name: file.name, file, checks: null, card: make('div') };
      files.set(number, entry);
      results.append(entry.card);
      waitOn(entry);
      return entry;
    });
    document.body.classList.toggle('has-files', files.size > 0);
    words();
    for (const entry of taken) {
      await read(entry);
    }
    summary();
  }

  async function read(entry) {
    if (entry.file.size > LARGEST) {
      const size = Math.ceil(entry.file.size / 1048576);
      return fail(entry, ['too_large', { size, limit: LARGEST / 1048576 }]);
    }
    let bytes;
    try {
      bytes = await entry.file.arrayBuffer();
    } catch (gone) {
      return fail(entry, ['cannot_read', {}]);
    }
    await answer(entry, 'check', [entry.number, entry.name, new Int8Array(bytes), ...whose()], [bytes]);
  }

  async function answer(entry, call, values, moved) {
    try {
      entry.checks = JSON.parse(await checker(call, values, moved));
    } catch (fault) {
      return fail(entry, ['fault', { reason: fault.message }]);
    }
    entry.sheets = new Map();
    if (files.get(entry.number) === entry) {
      draw(entry);
      tell(entry);
    }
  }

  function fail(entry, told) {
    entry.told = told;
    draw(entry);
    announce(`${entry.name}: ${say(...told)}`);
  }

  function whose() {
    return [city.value || null, Number(year.value)];
  }

  async function again() {
    words();
    for (const entry of files.values()) {
      if (entry.checks) {
        await answer(entry, 'again', [entry.number, ...whose()]);
      }
    }
    summary();
  }

  function waitOn(entry) {
    const card = make('article', 'file', [
      make('div', 'top', [make('h2', '', entry.name), make('p', 'what', say('reading', { file: entry.name })), make('progress')]),
    ]);
    card.querySelector('progress').setAttribute('aria-label', say('reading', { file: entry.name }));
    entry.card.replaceChildren(card);
  }

  // ---- what was found

  function draw(entry) {
    if (entry.told) {
      const top = make('div', 'top', [make('h2', '', entry.name), make('p', 'verdict', say(...entry.told))]);
      entry.card.replaceChildren(make('article', 'file bad', [top]));
      return;
    }
    entry.card.replaceChildren(...entry.checks.map((check, index) => sheetCard(entry, check, index)));
  }

  function standing(check) {
    const of = (severity) => check.problems.filter((problem) => problem.severity === severity);
    const [errors, warnings, assumed] = [of('error'), of('warning'), of('assumed')];
    const kind = errors.length || check.outcome === 'unusable' || check.outcome === 'empty'
      ? 'bad' : warnings.length ? 'doubt' : 'good';
    return { errors, warnings, assumed, kind };
  }

  function label(check) {
    return check.sheet ? say('sheet_of', { file: check.file, sheet: check.sheet }) : check.file;
  }

  function verdict(check, { errors, warnings }) {
    if (errors.length || check.outcome === 'unusable') {
      return [say('to_fix', { count: Math.max(1, errors.length) }), say('to_fix_about')];
    }
    if (check.outcome === 'empty') {
      return [say('empty'), say('empty_about')];
    }
    if (warnings.length) {
      return [say('doubts', { count: warnings.length }), say('doubts_about')];
    }
    if (check.outcome === 'nothing_to_report') {
      return [say('nothing_to_report'), ''];
    }
    return check.member_id || !isSubmitted(check) ? [say('fine'), say('fine_about')] : [say('fine_so_far'), ''];
  }

  function isSubmitted(check) {
    return data.datasets[check.dataset]?.submitted;
  }

  function sheetCard(entry, check, index) {
    const found = standing(check);
    const title = make('h2', '', label(check));
    title.id = `file-${entry.number}-${index}`;
    const [says, about] = verdict(check, found);
    const dataset = check.dataset && (data.datasets[check.dataset]?.[language] ?? check.dataset);
    const top = make('div', 'top', [
      title,
      make('p', 'what', dataset ? say('read_as', { dataset }) : say('not_recognised')),
      make('p', 'verdict', says),
    ]);
    if (about) {
      top.append(make('p', '', about));
    }
    if (check.rows_read > 0) {
      const counts = [
        ['rows_read', check.rows_read, ''],
        ['rows_accepted', check.rows_accepted, ''],
        ['rows_rejected', check.rows_rejected, 'n-bad'],
        ['doubts', found.warnings.length, 'n-doubt'],
      ];
      if (check.rows_duplicate > 0) {
        counts.push(['rows_duplicate', check.rows_duplicate, 'n-doubt']);
      }
      top.append(make('dl', 'counts', counts.map(([key, count, kind]) =>
        make('div', count ? kind : 'none', [make('dt', '', data.words[language][key]), make('dd', '', shown(count))]))));
    }
    const article = make('article', `file ${found.kind}`, [top]);
    article.setAttribute('aria-labelledby', title.id);
    const card = { entry, check, index, article, items: new Map(), sheet: null };
    if (check.problems.length) {
      const does = make('div', 'does');
      if (found.errors.length + found.warnings.length && check.dataset) {
        does.append(press(say('copy'), () => saveCopy(entry)));
      }
      does.append(press(say('list'), () => saveList(check)));
      top.append(does);
    }
    part(card, 'errors', 'fix_title', null, found.errors);
    part(card, 'warnings', 'doubt_title', 'doubt_note', found.warnings);
    if (check.rows_read > 0 || check.problems.some((problem) => problem.source_row)) {
      sheetPart(card);
    }
    part(card, 'assumed', null, 'assumed_note', found.assumed);
    return article;
  }

  function part(card, kind, title, note, problems) {
    if (!problems.length) {
      return;
    }
    const calm = kind === 'assumed';
    const box = make(calm ? 'details' : 'section', `part ${kind}`);
    box.append(make(calm ? 'summary' : 'h3', '', calm ? say('assumed_title', { count: problems.length }) : say(title)));
    if (note) {
      box.append(make('p', 'about', say(note)));
    }
    for (const group of grouped(problems)) {
      box.append(groupBox(card, group));
    }
    card.article.append(box);
  }

  /** Problems of one kind and column, in the order in which they first come. */
  function grouped(problems) {
    const groups = new Map();
    for (const problem of problems) {
      const key = `${problem.code}|${problem.column_letter}|${problem.column_name}`;
      if (!groups.has(key)) {
        groups.set(key, []);
      }
      groups.get(key).push(problem);
    }
    return [...groups.values()];
  }

  function groupBox(card, problems) {
    const [first] = problems;
    const kind = data.kinds[language][first.code] ?? first.code;
    const field = fieldTitle(card.check, first.column_name);
    const parts = [field, first.column_letter && first.source_row ? say('column', { column: first.column_letter }) : null,
      problems.length > 1 ? say('group_cells', { count: problems.length }) : null].filter(Boolean);
    const head = make('h4', '', [capital(kind)]);
    if (parts.length) {
      head.append(make('span', 'of', ' · ' + parts.join(' · ')));
    }
    const box = make('div', 'group', [head]);
    const shared = problems.length > 1 && problems.every((problem) => problem.fix === first.fix);
    if (shared) {
      box.append(write(first, 'fix'));
    }
    const list = make('div');
    list.setAttribute('role', 'list');
    box.append(list);
    let next = 0;
    const more = press('', () => showMore(MORE_ITEMS, true), 'more');
    function showMore(count, byHand) {
      const from = next;
      for (; next < Math.min(problems.length, from + count); next++) {
        list.append(item(card, problems[next], shared));
      }
      more.hidden = next === problems.length;
      more.textContent = say('more', { count: problems.length - next });
      if (byHand) {
        list.children[from].focus();
      }
    }
    showMore(FIRST_ITEMS, false);
    box.append(more);
    problems.forEach((problem, i) => card.items.set(problem, () => {
      if (i >= next) {
        showMore(i + 1 - next, false);
      }
      return list.children[i];
    }));
    return box;
  }

  function fieldTitle(check, column) {
    return column && (data.datasets[check.dataset]?.fields[column]?.[language] ?? column);
  }

  function write(problem, kind) {
    return make('p', kind, [make('b', '', say('to_write')), ' ' + fix(problem)]);
  }

  function placeOf(problem) {
    if (!problem.source_row) {
      return problem.column_letter ? say('column', { column: problem.column_letter }) : say('whole_file');
    }
    return problem.column_letter ? problem.column_letter + problem.source_row : say('row', { row: String(problem.source_row) });
  }

  function item(card, problem, shared) {
    const name = placeOf(problem);
    let place = make('span', '', name);
    if (problem.source_row) {
      place = press(name, () => showCell(card, problem));
      place.setAttribute('aria-label', say('go_to', { place: name }));
    }
    const read = make('div', 'read');
    if (problem.value !== null) {
      read.append(make('small', '', say('we_read') + ' '));
      read.append(problem.value === '' ? make('span', 'empty', say('empty_cell')) : make('q', '', value(problem)));
    }
    const says = make('div', 'says', [make('p', '', message(problem))]);
    if (!shared) {
      says.append(write(problem, 'write'));
    }
    const box = make('div', 'item', [make('div', 'place', [place]), read, says]);
    box.setAttribute('role', 'listitem');
    box.tabIndex = -1;
    return box;
  }

  // ---- the sheet

  function sheetPart(card) {
    const marked = card.check.problems.some((problem) => problem.severity !== 'assumed' && problem.source_row);
    const box = make('details', 'part sheet-part', [make('summary', '', say(marked ? 'sheet_title' : 'sheet_plain'))]);
    card.sheet = { box, table: null, cells: new Map(), rows: new Map() };
    box.addEventListener('toggle', () => box.open && drawSheet(card));
    card.article.append(box);
    box.open = marked;
  }

  function drawSheet(card) {
    card.sheet.drawn ??= (async () => {
      const { entry, check, index, sheet } = card;
      const answer = JSON.parse(await checker('rows', [entry.number, index, FIRST_ROWS, MOST_ROWS]));
      if (!answer) {
        return;
      }
      const marks = new Map();
      const rowMarks = new Map();
      for (const problem of check.problems) {
        if (problem.severity !== 'assumed' && problem.source_row) {
          const key = problem.source_row + (problem.column_letter ?? '');
          if (!marks.has(key)) {
            marks.set(key, problem);
          }
          if (rowMarks.get(problem.source_row) !== 'error') {
            rowMarks.set(problem.source_row, problem.severity);
          }
        }
      }
      const width = answer.rows.reduce((most, [, cells]) => Math.max(most, cells.length), 1);
      const letters = Array.from({ length: width }, (_, i) => letter(i));
      const head = make('tr', '', [make('th', '', [make('span', 'unseen', say('sheet_row'))]), ...letters.map((name) => {
        const cell = make('th', '', name);
        cell.scope = 'col';
        return cell;
      })]);
      const body = make('tbody');
      const table = make('table', '', [columns(answer.rows, width), make('thead', '', [head]), body]);
      const frame = make('div', 'sheet', [table]);
      frame.tabIndex = 0;
      frame.setAttribute('role', 'region');
      frame.setAttribute('aria-label', say('sheet_label', { file: label(check) }));
      sheet.box.append(frame);
      let before = 0;
      for (let from = 0; from < answer.rows.length; from += SLICE) {
        for (const [row, cells] of answer.rows.slice(from, from + SLICE)) {
          if (from > 0 && row > before + 1 && before >= FIRST_ROWS) {
            body.append(gap(say('sheet_gap', { count: row - before - 1 }), width));
          }
          body.append(sheetRow(card, row, cells, width, row === answer.header_row, marks, rowMarks));
          before = row;
        }
        await new Promise((resolve) => setTimeout(resolve));
      }
      const first = frame.querySelector('td.error, td.warning');
      if (first && first.offsetLeft + first.offsetWidth > frame.clientWidth) {
        frame.scrollLeft = first.offsetLeft - frame.clientWidth / 2;
      }
      const rest = answer.row_count - answer.rows.length;
      if (rest > 0) {
        body.append(gap(say('sheet_rest', { count: rest }), width));
      }
    })();
    return card.sheet.drawn;
  }

  // Widths are given, so that the browser need not measure all rows anew for each slice of them.
  function columns(rows, width) {
    const letters = new Array(width).fill(2);
    for (const [, cells] of rows) {
      cells.forEach((cell, i) => letters[i] = Math.max(letters[i], cell?.length ?? 0));
    }
    const group = make('colgroup');
    for (const most of [5, ...letters]) {
      const column = make('col');
      column.style.width = `min(${Math.min(most, 60)}ch + 1.3rem, var(--widest))`;
      group.append(column);
    }
    return group;
  }

  function gap(text, width) {
    const cell = make('td', '', text);
    cell.colSpan = width;
    return make('tr', 'gap', [make('th', '', '⋮'), cell]);
  }

  function sheetRow(card, row, cells, width, isHeader, marks, rowMarks) {
    const line = make('tr', [isHeader ? 'header' : '', rowMarks.get(row) ?? ''].join(' ').trim());
    const number = make('th', '', String(row));
    number.scope = 'row';
    line.append(number);
    card.sheet.rows.set(row, number);
    const ofRow = marks.get(String(row));
    if (ofRow) {
      number.tabIndex = -1;
    }
    for (let i = 0; i < width; i++) {
      const text = cells[i] ?? '';
      const problem = marks.get(row + letter(i));
      if (!problem) {
        line.append(make('td', '', text));
        continue;
      }
      const cell = press(text, () => showItem(card, problem));
      cell.setAttribute('aria-label', say('marked_cell', {
        cell: letter(i) + row, value: text || say('empty_cell'), message: message(problem) }));
      cell.title = message(problem);
      line.append(make('td', problem.severity, [cell]));
      card.sheet.cells.set(row + letter(i), cell);
    }
    return line;
  }

  async function showCell(card, problem) {
    card.sheet.box.open = true;
    await drawSheet(card);
    const place = card.sheet.cells.get(problem.source_row + (problem.column_letter ?? ''));
    const number = card.sheet.rows.get(problem.source_row);
    const target = place ?? number;
    if (!target) {
      return;
    }
    if (!place) {
      number.tabIndex = -1;
    }
    const column = place ? null : columnCell(number, problem.column_letter);
    (column ?? target).scrollIntoView({ block: 'center', inline: 'center' });
    flash(column ?? target.closest('td, th'));
    target.focus({ preventScroll: true });
  }

  function columnCell(number, letters) {
    return letters ? number.parentElement.children[1 + place(letters)] : null;
  }

  function showItem(card, problem) {
    const box = card.items.get(problem)();
    box.scrollIntoView({ block: 'center' });
    box.focus({ preventScroll: true });
    flash(box);
  }

  function flash(element) {
    element.classList.remove('flash');
    void element.offsetWidth;
    element.classList.add('flash');
    element.addEventListener('animationend', () => element.classList.remove('flash'), { once: true });
  }

  function letter(column) {
    let letters = '';
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      letters = String.fromCharCode(65 + (rest - 1) % 26) + letters;
    }
    return letters;
  }

  function place(letters) {
    return [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
  }

  // ---- to take away

  async function saveCopy(entry) {
    const bytes = await checker('copy', [entry.number]);
    if (!bytes) {
      announce(say('no_copy'));
      return;
    }
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    save(stem(entry.name) + '-marked.xlsx', new Blob([bytes], { type }));
  }

  function saveList(check) {
    const lines = [data.words[language].list_head];
    for (const problem of check.problems) {
      lines.push([problem.file, problem.sheet, problem.source_row, problem.column_letter, problem.column_name, value(problem),
        data.words[language][problem.severity], message(problem), fix(problem)].map(cell).join(','));
    }
    save(stem(check.file) + '-list.csv', new Blob(['\ufeff', lines.join('\r\n') + '\r\n'], { type: 'text/csv' }));
  }

  /** Behind an apostrophe where a spreadsheet would take it for a formula. */
  function cell(content) {
    const text = String(content ?? '');
    const runs = /^[\s\p{Z}\p{Cf}\p{Cc}\p{Mn}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) && !/^[-+]?[0-9]+([.,][0-9]+)*%?$/.test(text);
    return `"${(runs ? "'" : '') + text.replaceAll('"', '""')}"`;
  }

  function stem(name) {
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(0, dot) : name;
  }

  function save(name, blob) {
    const link = make('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    announce(say('said_saved', { file: name }));
  }

  // ---- the page

  function tell(entry) {
    announce(entry.checks.map((check) => {
      const { errors, warnings, kind } = standing(check);
      const values = { file: label(check), rows: check.rows_read, errors: errors.length, doubts: warnings.length };
      return say(kind === 'good' ? 'said_fine' : 'said_bad', values);
    }).join(' '));
  }

  function summary() {
    const all = [...files.values()];
    const bad = all.filter((entry) => entry.told || entry.checks?.some((check) => standing(check).kind === 'bad')).length;
    if (all.length > 1) {
      announce(say(bad ? 'summary_some' : 'summary_fine', { files: all.length, bad }));
    }
  }

  function announce(text) {
    byId('said').textContent = text;
  }

  function words() {
    document.documentElement.lang = language;
    document.title = say('title');
    for (const element of document.querySelectorAll('[data-text]')) {
      element.textContent = say(element.dataset.text);
    }
    for (const element of document.querySelectorAll('[data-label]')) {
      element.setAttribute('aria-label', say(element.dataset.label));
    }
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
    if (files.size) {
      document.querySelector('.drop .lead').textContent = say('drop_again');
    }
    const only = data.registry.members.length === 1 ? data.registry.members[0][1] : null;
    byId('year-of-page').textContent = say(only ? 'of_member' : 'of_year', { member: only, year: String(data.year) });
    if (city.options[0]?.value === '') {
      city.options[0].textContent = say('choose_city');
    }
    const made = String(data.year);
    const old = new Date().getFullYear() > data.year + 1;
    const note = year.value !== made ? say('other_year', { made, year: year.value }) : old ? say('old', { year: made }) : '';
    byId('old').textContent = note;
    byId('old').hidden = !note;
    byId('versions').textContent = say('versions', {
      program: data.program, contracts: data.contracts_sha256.slice(0, 8), registry: data.registry_sha256.slice(0, 8), year: made });
  }

  function begin() {
    const members = [...data.registry.members].sort((a, b) => a[1].localeCompare(b[1], 'en'));
    if (members.length !== 1) {
      city.append(new Option('', ''));
    }
    for (const [id, name] of members) {
      city.append(new Option(name, id, false, id === data.member));
    }
    if (members.length === 1) {
      city.hidden = true;
      byId('city-name').hidden = false;
      byId('city-name').textContent = members[0][1];
    }
    for (let y = data.year + 1; y > data.year - 4; y--) {
      year.append(new Option(String(y), String(y), y === data.year, y === data.year));
    }
    words();
    city.addEventListener('change', again);
    year.addEventListener('change', again);
    for (const button of document.querySelectorAll('[data-language]')) {
      button.addEventListener('click', () => {
        language = button.dataset.language;
        words();
        for (const entry of files.values()) {
          entry.checks || entry.told ? draw(entry) : waitOn(entry);
        }
      });
    }
    const input = byId('files');
    byId('choose').addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const chosen = [...input.files];
      input.value = '';
      take(chosen);
    });
    // Anywhere on the page, so that a file that misses the box does not take the page's place.
    const drop = byId('drop');
    let inside = 0;
    addEventListener('dragenter', () => drop.classList.toggle('over', ++inside > 0));
    addEventListener('dragleave', () => drop.classList.toggle('over', --inside > 0));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      inside = 0;
      drop.classList.remove('over');
      take([...event.dataTransfer.files]);
    });
    addEventListener('beforeprint', () => {
      document.querySelectorAll('details.assumed').forEach((details) => { details.open = true; });
      for (let more = document.querySelectorAll('.more:not([hidden])'), i = 0; i < more.length && i < 50; i++) {
        more[i].click();
      }
    });
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function make(name, kind = '', content = null) {
    const element = document.createElement(name);
    if (kind) {
      element.className = kind;
    }
    if (Array.isArray(content)) {
      element.append(...content);
    } else if (content !== null) {
      element.textContent = content;
    }
    return element;
  }

  function press(text, action, kind = '') {
    const button = make('button', kind, text);
    button.type = 'button';
    button.addEventListener('click', action);
    return button;
  }

  function capital(text) {
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  }

  begin();
})();
