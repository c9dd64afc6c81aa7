// Reads the exports in a folder with the parsers that their own users have, and compares every event and date with
// timeline.jsonl. One line per format; exit status 1 when anything differs.
//
//   node check.mjs FOLDER
import { readFileSync } from 'node:fs'
import { createRequire, register } from 'node:module'
import { join } from 'node:path'

const folder = process.argv[2]
const modules = createRequire(join(process.env.PEERS, 'package.json'))
const load = async (name) => import(modules.resolve(name))
const read = (name) => readFileSync(join(folder, name), 'utf8')
const entries = read('timeline.jsonl').trimEnd().split('\n').filter(Boolean).map((line) => JSON.parse(line))
const dated = entries.filter((e) => e.earliest || e.latest)
let failed = false

// A page for the parsers that want one, in UTC, and imports without endings for TimelineJS's sources.
process.env.TZ = 'UTC'
register('data:text/javascript,' + encodeURIComponent(`
export async function resolve(name, context, next) { try { return await next(name, context) } catch (error) { if (name.startsWith('.')) return next(name + '.js', context); throw error } }
export async function load(url, context, next) { return url.includes('timelinejs/src') ? next(url, { ...context, format: 'module' }) : next(url, context) }
`))
const { JSDOM } = await load('jsdom')
const { window } = new JSDOM('<!doctype html><body><div id="vis"></div></body>', { pretendToBeVisual: true, url: 'https://example.org/' })
globalThis.window = window
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name]

// report prints "name: events found/expected, dates equal/expected".
function report(name, events, want, dates, wantDates, notes = []) {
  if (events !== want || dates !== wantDates) failed = true
  console.log(`${name}: ${events}/${want} events, ${dates}/${wantDates} dates`)
  for (const note of notes.slice(0, 5)) console.log('  ' + note)
}

// day is "YYYY-MM-DD" of milliseconds since 1970.
const day = (ms) => {
  const d = new Date(ms)
  const y = d.getUTCFullYear()
  const year = y < 0 ? '-' + String(-y).padStart(4, '0') : String(y).padStart(4, '0')
  return `${year}-${String(d.getUTCMonth() + 1).padStart(2, '0')}-${String(d.getUTCDate()).padStart(2, '0')}`
}
const ms = (text) => {
  const [, sign, y, m, d] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(text)
  const date = new Date(0)
  date.setUTCFullYear(sign ? -y : +y, m - 1, +d)
  return +date
}
const DAY = 86400000
// oneLine is text without line breaks and control characters, which formats made of lines leave out; plain has single blanks too.
const oneLine = (s) => s.replace(/[\n\t\r\u2028\u2029]/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
const plain = (s) => oneLine(s).replace(/\s+/g, ' ').trim()
// titled is what stands for an entry's headline: the sentence where it has none.
const titled = (e) => plain(e.headline) || plain(e.evidence?.[0]?.text ?? '')
const padded = (date) => String(date).padStart(10, '0')

// edtf: the bounds of every date, by another implementation.
{
  const module = await load('edtf')
  const edtf = module.default?.default ?? module.default?.edtf ?? module.default
  let ok = 0, equal = 0, comparable = 0
  const notes = []
  for (const e of dated) {
    let d
    try { d = edtf(e.edtf) } catch (error) { notes.push(`${e.edtf}: ${error.message.split('\n')[0]}`); continue }
    ok++
    if (!e.earliest || !e.latest) { comparable++; equal++; continue }
    comparable++
    if (day(d.min) === e.earliest && day(d.max) === e.latest) equal++
    else notes.push(`${e.edtf}: ${day(d.min)} ${day(d.max)}, want ${e.earliest} ${e.latest}`)
  }
  // What it cannot read, or bounds otherwise by its own convention (seasons), is told but fails nothing.
  console.log(`edtf: ${ok}/${dated.length} read, ${equal}/${comparable} bounds`)
  for (const note of notes.slice(0, 8)) console.log('  ' + note)
}

// ical.js
{
  const { default: ICAL } = await load('ical.js')
  const calendar = new ICAL.Component(ICAL.parse(read('timeline.ics')))
  const all = calendar.getAllSubcomponents()
  let events = 0, dates = 0
  const notes = []
  const byUID = new Map(all.map((c) => [plain(c.getFirstPropertyValue('uid').replace(/-[0-9a-f]{16}@.*/s, '')), c]))
  for (const e of entries) {
    const c = byUID.get(plain(e.id))
    if (c && plain(c.getFirstPropertyValue('summary')).endsWith(titled(e))) events++
    else notes.push(`${e.id}: ${c?.getFirstPropertyValue('summary')}`)
    if (!c || !(e.earliest || e.latest)) continue
    const edtf = c.getFirstPropertyValue('x-edtf')
    let same = edtf === e.edtf
    if (c.name === 'vevent' && e.earliest && e.latest) {
      const start = c.getFirstPropertyValue('dtstart'), end = c.getFirstPropertyValue('dtend')
      same = same && start.isDate && padded(start) === e.earliest && padded(end) === day(ms(e.latest) + DAY)
    }
    if (same) dates++
    else notes.push(`${e.id}: ${edtf} ${c.getFirstPropertyValue('dtstart')} ${c.getFirstPropertyValue('dtend')}, want ${e.edtf} ${e.earliest} ${e.latest}`)
  }
  report('ical.js', events, all.length, dates, dated.length, notes)
}

// @markwhen/parser
{
  const { parse } = await load('@markwhen/parser')
  const result = parse(read('timeline.mw'))
  const flat = []
  const walk = (node) => { if (node.children) node.children.forEach(walk); else flat.push(node) }
  walk(result.events)
  let events = 0, dates = 0
  const notes = result.parseMessages.map((m) => m.message)
  const tidy = (s) => plain(s.replace(/^:/, '').replaceAll('＃', '#').replaceAll('＠', '@').replaceAll('/ /', '//'))
  flat.forEach((node, i) => {
    const e = dated[i]
    if (!e) return
    if (tidy(node.firstLine.rest).startsWith(titled(e))) events++
    else notes.push(node.firstLine.full)
    const from = Date.parse(node.dateRangeIso.fromDateTimeIso), to = Date.parse(node.dateRangeIso.toDateTimeIso)
    // Open ends and days before year 1 are beyond it: the EDTF stands in the text.
    const said = node.firstLine.full.includes(`EDTF ${e.edtf})`)
    const whole = e.earliest && e.latest && from === ms(e.earliest) && to === ms(e.latest) + DAY
    if (whole || said && (!e.earliest || !e.latest || e.earliest.startsWith('-'))) dates++
    else notes.push(`${e.edtf}: ${day(from)} ${day(to)} in ${node.firstLine.full}`)
  })
  report('@markwhen/parser', events, dated.length, dates, dated.length, notes)
}

// mermaid
{
  const { default: mermaid } = await load('mermaid')
  mermaid.initialize({ startOnLoad: false, maxTextSize: 10000000 })
  const text = read('timeline.mmd')
  await mermaid.parse(text)
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
  // Its own escapes, as the renderer decodes them.
  const decode = (s) => plain(s.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(n)).replace(/#(\d+);/g, (_, n) => String.fromCodePoint(n)))
  const tasks = db.getTasks()
  let events = 0, dates = 0
  const notes = []
  tasks.forEach((task, i) => {
    const e = entries[i]
    if (e && task.events.length === 1 && decode(task.events[0]) === titled(e)) events++
    else notes.push(JSON.stringify(task.events))
    const period = decode(task.task)
    if (e && (e.earliest || e.latest)) {
      const code = /\(([^()]+)\)$/.exec(period)
      if (code ? code[1] === e.edtf : /^(\d|[A-Z]).*\d( BC)?$|s$/.test(period)) dates++
      else notes.push(`${e.edtf}: ${period}`)
    }
  })
  report('mermaid', events, entries.length, dates, dated.length, notes)
}

// TimelineJS: its own reader, which also logs what it finds wrong.
{
  const root = join(process.env.PEERS, 'node_modules/@knight-lab/timelinejs/')
  const { TimelineConfig } = await import(root + 'src/js/core/TimelineConfig.js')
  const file = JSON.parse(read('timelinejs.json'))
  const ends = new Map(file.events.map((s) => [s.unique_id, s.end_date && { ...s.end_date }]))
  const config = new TimelineConfig(file)
  config.validate()
  const notes = [...config.getErrors()]
  if (!config.isValid()) failed = true
  let events = 0, dates = 0
  const unescape = (s) => s.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n)).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  // last is the last day of a date that may lack month and day.
  const last = (d) => {
    const date = new Date(0)
    date.setUTCFullYear(d.year, d.month ? (d.day ? d.month - 1 : d.month) : 12, d.day ?? 0)
    return +date
  }
  for (const e of dated) {
    const s = config.event_dict[e.id]
    if (s && plain(unescape(s.text.headline)) === titled(e)) events++
    else notes.push(`${e.id}: ${s?.text.headline}`)
    const good = s && (!e.earliest || s.start_date.getTime() === ms(e.earliest) || !e.latest)
    const whole = s && (!e.earliest || !e.latest || ends.get(e.id) === undefined || last(ends.get(e.id)) === ms(e.latest))
    if (good && whole && s.display_date && s.edtf === e.edtf) dates++
    else notes.push(`${e.edtf}: ${s?.start_date.getTime()} ${JSON.stringify(ends.get(e.id))}`)
  }
  report('TimelineJS', events, config.events.length, dates, dated.length, notes)
}

// vis-timeline: the items as it has read them; their ends are the day after.
{
  const vis = await import(join(process.env.PEERS, 'node_modules/vis-timeline/standalone/esm/vis-timeline-graph2d.js'))
  const file = JSON.parse(read('vis.json'))
  const shown = new vis.Timeline(document.getElementById('vis'), new vis.DataSet(file.items), new vis.DataSet(file.groups), {})
  const items = shown.itemSet.items
  let dates = 0
  const notes = []
  for (const e of dated) {
    const i = items[e.id]?.data
    if (!i || i.edtf !== e.edtf) { notes.push(e.id); continue }
    const start = +i.start, end = i.end ? +i.end : start + DAY
    if (!e.earliest || !e.latest || start === ms(e.earliest) && end === ms(e.latest) + DAY) dates++
    else notes.push(`${e.edtf}: ${i.start} ${i.end}`)
  }
  report('vis-timeline', Object.keys(items).length + file.undated.length, entries.length, dates, dated.length, notes)
}

// CSV
{
  const { default: Papa } = await load('papaparse')
  const { data, errors } = Papa.parse(read('timeline.csv'), { header: true, skipEmptyLines: true })
  let events = 0, dates = 0
  const notes = errors.map((e) => e.message)
  const bare = (s) => s.replace(/^'(?=[=+\-@\t\r])/, '')
  data.forEach((row, i) => {
    const e = entries[i]
    if (bare(row.headline) === e.headline && bare(row.id) === e.id) events++
    else notes.push(row.headline)
    if (e.earliest || e.latest) {
      if (bare(row.edtf) === e.edtf && bare(row.earliest) === (e.earliest ?? '') && bare(row.latest) === (e.latest ?? '')) dates++
      else notes.push(row.edtf)
    }
  })
  report('papaparse', events, entries.length, dates, dated.length, notes)
}

// JSON-LD
{
  const list = JSON.parse(read('timeline.jsonld'))
  let events = 0, dates = 0
  const iso = /^(-?\d{4,6})(-\d\d(-\d\d)?)?$/
  list.itemListElement.forEach(({ position, item }, i) => {
    const e = entries[i]
    if (position === i + 1 && decodeURIComponent(item['@id'].slice(1)) === oneLine(e.id) && item.name === e.headline) events++
    if (!e.earliest && !e.latest) return
    const good = [item.startDate, item.endDate].every((d) => d === undefined || iso.test(d))
    const starts = !e.earliest || item.startDate !== undefined && e.earliest.startsWith(item.startDate)
    const ends = !e.latest || e.latest.startsWith(item.endDate ?? item.startDate)
    if (good && starts && ends && item.subjectOf.some((q) => q.temporalCoverage === e.edtf)) dates++
    else console.log('  ' + e.edtf, item.startDate, item.endDate)
  })
  report('schema.org', events, entries.length, dates, dated.length)
}

// GraphML and DOT
{
  const doc = new window.DOMParser().parseFromString(read('timeline.graphml'), 'application/xml')
  const nodes = [...doc.getElementsByTagName('node')]
  const value = (node, key) => [...node.getElementsByTagName('data')].find((d) => d.getAttribute('key') === key)?.textContent
  const events = nodes.filter((n) => value(n, 'kind') === 'event')
  const ids = new Set(nodes.map((n) => n.getAttribute('id')))
  const edges = [...doc.getElementsByTagName('edge')]
  const want = entries.reduce((n, e) => n + (e.actors?.length ?? 0), 0)
  if (edges.length !== want || !edges.every((x) => ids.has(x.getAttribute('source')) && ids.has(x.getAttribute('target')))) {
    failed = true
    console.log(`  GraphML: ${edges.length} edges, want ${want}`)
  }
  const dates = events.filter((n, i) => (value(n, 'edtf') ?? '') === (entries[i].edtf ?? '') && entries[i].edtf).length
  report('GraphML', events.length, entries.length, dates, dated.length)
  const { default: dot } = await load('dotparser')
  const [graph] = dot(read('timeline.dot'))
  const boxes = graph.children.filter((c) => c.type === 'node_stmt' && c.attr_list.some((a) => a.id === 'shape' && a.eq === 'box'))
  const arrows = graph.children.filter((c) => c.type === 'edge_stmt')
  report('DOT', boxes.length, entries.length, arrows.length, want)
}

process.exit(failed ? 1 : 0)
