/* The resume at the left with its skills marked, its skills at the right; picking either shows the other.
   All words come as text, never as HTML. Nothing is fetched. */

const views = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let view = views.get(parentElement);
  if (!view) {
    view = { paper: element("section", { class: "paper" }), skills: element("section", { class: "skills" }) };
    view.root = element("div", { class: "view" }, view.paper, view.skills);
    parentElement.querySelector("#view").append(view.root);
    view.paper.addEventListener("keydown", (event) => onMarkKey(view, event));
    view.paper.addEventListener("click", (event) => onMark(view, event.target));
    views.set(parentElement, view);
  }
  view.host = parentElement;
  view.answer = (value) => setTriggerValue("answer", value);
  if (view.shown === JSON.stringify(data)) return;
  view.shown = JSON.stringify(data);
  view.data = data;
  drawPaper(view);
  drawSkills(view);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/* The resume: pages as pictures with marks over them, or its text with marks in it. */

function drawPaper(view) {
  const { data, paper } = view;
  paper.setAttribute("aria-label", data.label);
  const parts = data.pages.length ? data.pages.map((page, number) => drawPage(page, number, data)) : [drawText(data)];
  const legend = element("ul", { class: "legend", "aria-label": "What the marks mean" });
  for (const [look, words] of data.legend) {
    legend.append(element("li", {}, element("span", { class: `mark ${look}`, "aria-hidden": "true" }, "abc"), ` ${words}`));
  }
  const top = view.pane ? view.pane.scrollTop : 0;
  view.pane = element("div", { class: data.pages.length ? "pane pages" : "pane text", role: "group", tabindex: "0",
    "aria-label": "Marks; the arrow keys go from one to the next" }, ...parts);
  paper.replaceChildren(legend, view.pane);
  view.pane.scrollTop = top;
  view.marks = [...view.pane.querySelectorAll("[role=button]")];
  view.marks.forEach((mark, number) => mark.setAttribute("tabindex", number ? "-1" : "0"));
}

function drawPage(page, number, data) {
  const sheet = element("div", { class: "page" }, element("img", { src: page.source, alt: page.alt }));
  sheet.style.aspectRatio = `${page.width} / ${page.height}`;
  for (const mark of data.marks) {
    mark.boxes.filter((box) => box[0] === number + 1).forEach((box, place) => {
      const made = place ? element("span", { class: "mark" }) : button(mark);
      made.className = `mark ${mark.look}`;
      made.dataset.skill = mark.skill;
      ["left", "top", "width", "height"].forEach((side, index) => { made.style[side] = `${box[index + 1]}%`; });
      sheet.append(made);
    });
  }
  return sheet;
}

function drawText(data) {
  const body = element("div", { class: "body" });
  let place = 0;
  for (const mark of data.marks) {
    body.append(data.text.slice(place, mark.start));
    const made = button(mark);
    made.className = `mark ${mark.look}`;
    made.dataset.skill = mark.skill;
    made.append(data.text.slice(mark.start, mark.end));
    body.append(made);
    place = mark.end;
  }
  body.append(data.text.slice(place));
  return body;
}

function button(mark) {
  return element("span", { role: "button", "aria-label": mark.label, title: mark.label, "aria-pressed": "false" });
}

function onMark(view, target) {
  const mark = target.closest("[data-skill]");
  if (mark) pick(view, mark.dataset.skill, "mark");
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function onMarkKey(view, event) {
  const place = view.marks.indexOf(event.target);
  if (["Enter", " "].includes(event.key) && place >= 0) onMark(view, event.target);
  else if (event.key in STEPS && view.marks.length) {
    const next = Math.min(view.marks.length - 1, Math.max(0, place + STEPS[event.key]));
    view.marks.forEach((mark, number) => mark.setAttribute("tabindex", number === next ? "0" : "-1"));
    view.marks[next].focus({ preventScroll: true });
    reveal(view.pane, view.marks[next]);
  } else return;
  event.preventDefault();
}

/* The skills: a group a level, and each skill with its lines and the three answers. */

function drawSkills(view) {
  const { data, skills } = view;
  skills.setAttribute("aria-label", "Skills");
  const focused = view.host.activeElement?.dataset?.focus ?? "";
  const top = skills.scrollTop;
  view.rows = new Map();
  skills.replaceChildren(...data.groups.map((group) => drawGroup(view, group)));
  skills.setAttribute("tabindex", "0");
  showPicked(view);
  skills.scrollTop = top;
  if (focused) (skills.querySelector(`[data-focus="${CSS.escape(focused)}"]`) ?? view.rows.get(view.picked)?.head)?.focus();
}

/* Skills of a group in sight on a narrow screen until all are asked for; resume_view.css has the same number. */
const FEW = 8;

function drawGroup(view, group) {
  const list = element("ul");
  for (const skill of group.skills) list.append(drawSkill(view, skill));
  const title = element("h2", {}, `${group.title} (${group.skills.length})`);
  const all = element("button", { type: "button", class: "all", click: () => made.classList.add("open") },
    `Show all ${group.skills.length}`);
  const made = element("div", { class: group.skills.length > FEW ? "group" : "group open" }, title,
    element("p", { class: "about" }, group.about), list, all);
  return made;
}

function drawSkill(view, skill) {
  const key = `skill-${skill.id}`;
  const written = skill.written.length ? element("span", { class: "written" }, skill.written.join(", ")) : null;
  const head = element("button", { type: "button", class: "head", "aria-expanded": "false", "aria-controls": key,
    "data-focus": key, click: () => pick(view, view.picked === skill.id ? "" : skill.id, "list") },
    element("b", {}, skill.name), written,
    skill.said ? element("span", { class: "said" }, "set by you") : null);
  const detail = element("div", { class: "detail", id: key, hidden: "" });
  view.rows.set(skill.id, { head, detail, parts: () => details(view, skill, key) });
  return element("li", {}, head, detail);
}

function details(view, skill, key) {
  const show = skill.marked ? element("button", { type: "button", class: "link", "data-focus": `${key}-show`,
    click: () => showInResume(view, skill.id) }, "Show in the resume") : "";
  return [element("p", {}, skill.reason), ...skill.lines.map((line) => element("q", {}, line)), show,
    skill.said ? undo(view, skill, key) : answers(view, skill, key)];
}

function undo(view, skill, key) {
  return element("p", { class: "answers" }, `You said: ${skill.said} `,
    element("button", { type: "button", "data-focus": `${key}-undo`,
      click: () => view.answer({ skill: skill.id, answer: "undo" }) }, "Undo"));
}

function answers(view, skill, key) {
  const give = (answer, where) => () => view.answer({ skill: skill.id, answer, where });
  const plain = (answer, words) => element("button", { type: "button", "data-focus": `${key}-${answer}`,
    click: give(answer, "") }, words);
  const used = element("details", { class: "used" }, element("summary", {}, "I used it in \u2026"),
    ...view.data.entries.map((entry) => element("button", { type: "button", click: give("used", entry) }, entry)));
  const other = element("input", { type: "text", maxlength: "120", "aria-label": "Another place where you used it",
    placeholder: "Another place" });
  used.append(element("form", { submit: (event) => {
    event.preventDefault();
    if (other.value.trim()) view.answer({ skill: skill.id, answer: "used", where: other.value.trim() });
  } }, other, element("button", { type: "submit" }, "Save")));
  return element("div", { class: "answers", role: "group", "aria-label": `Is this right for ${skill.name}?` },
    plain("not", "Not mine"), plain("listed", "Only listed"), used);
}

/* Picking one shows the other. */

function pick(view, skill, from) {
  view.picked = skill;
  showPicked(view);
  const row = view.rows.get(skill);
  const mark = view.marks.find((one) => one.dataset.skill === skill);
  const beside = getComputedStyle(view.root).gridTemplateColumns.split(" ").length > 1;
  if (from === "mark" && row) {
    row.head.focus({ preventScroll: true });
    if (beside) reveal(view.skills, row.head);
    else row.head.scrollIntoView({ block: "center" });
  }
  if (from === "list" && mark && beside) reveal(view.pane, mark);
}

function showPicked(view) {
  for (const mark of view.pane.querySelectorAll("[data-skill]")) {
    const picked = mark.dataset.skill === view.picked;
    mark.classList.toggle("picked", picked);
    if (mark.hasAttribute("aria-pressed")) mark.setAttribute("aria-pressed", String(picked));
  }
  for (const [id, { head, detail, parts }] of view.rows) {
    const picked = id === view.picked;
    head.setAttribute("aria-expanded", String(picked));
    if (picked === detail.hidden) detail.replaceChildren(...(picked ? parts() : []));
    detail.hidden = !picked;
    if (picked) head.closest(".group").classList.add("open");
  }
}

function showInResume(view, skill) {
  const mark = view.marks.find((one) => one.dataset.skill === skill);
  view.marks.forEach((one) => one.setAttribute("tabindex", one === mark ? "0" : "-1"));
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
}

/* Scrolls a pane, and never the page, until an element of it is in sight. */
function reveal(pane, one) {
  const frame = pane.getBoundingClientRect();
  const box = one.getBoundingClientRect();
  if (box.top < frame.top + 20 || box.bottom > frame.bottom - 60) {
    pane.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
