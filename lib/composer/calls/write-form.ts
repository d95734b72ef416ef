import { attribute, element, indent, text } from '../write/jsx-text';
import { uncapitalise } from '../words/tokens';
import type { FormField } from './call-plan';
import type { CallPart, FormPart } from './call-outline';
import { jsxText, optionItems } from './option-items';
import { ALL_OF_THEM, writeList } from './write-list';

/** The components of tables and forms over functions, with what they share in front of the first. */
export function writeCallParts(parts: readonly CallPart[]): string[] {
  const forms = parts.filter((part) => part.kind === 'form');
  const fields = forms.flatMap(({ form }) => form.fields);
  const filtered = parts.some((part) => part.kind === 'list' && part.list.filters.length > 0) ? [ALL_OF_THEM] : [];
  const unset = fields.some((field) => field.kind === 'choice' && !field.required) ? [`/** What a select says for "nothing": a select item can't be the empty string. */\nconst NOTHING = "(nothing)";`] : [];
  return [...filtered, ...unset, ...(fields.some((field) => field.kind !== 'flag') ? [FIELD] : []), ...parts.map((part) => (part.kind === 'list' ? writeList(part) : writeForm(part, forms.length > 1 ? `${part.read}-` : '')))];
}

export const CALL_NAMES = ['Field', 'NOTHING', 'ALL_OF_THEM'];

const FIELD = `function Field({ id, label, hint, optional, children }: { id: string; label: string; hint?: string; optional?: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <Label htmlFor={id}>
        {label}
        {optional && <span className="font-normal text-muted-foreground">optional</span>}
      </Label>
      {children}
      {hint && <p id={\`\${id}-hint\`} className="text-xs text-muted-foreground">{hint}</p>}
    </div>
  );
}`;

/** `prefix` tells the inputs of several forms on one page apart. */
function writeForm({ form, component, read, initial, choices }: FormPart, prefix: string): string {
  const { fields, title, button, done, destroys, note } = form;
  const hasFields = fields.length > 0;
  const state = hasFields ? initialOf(initial, fields) : [];
  return [
    ...state,
    ...(state.length ? [''] : []),
    `function ${component}() {`,
    ...(hasFields ? [`  const [values, setValues] = useState(${initial});`] : []),
    '  const [isDone, setDone] = useState(false);',
    ...choices.map((each) => `  const ${each.name} = useData(data.${each.read}, {});`),
    `  const { run, pending, error } = useAction(data.${read});`,
    '',
    ...(hasFields ? ['  function change(changes: Partial<typeof values>) {', '    setValues((now) => ({ ...now, ...changes }));', '    setDone(false);', '  }', ''] : []),
    '  async function submit(event: { preventDefault(): void }) {',
    '    event.preventDefault();',
    '    if (pending) return;',
    '    setDone(false);',
    '    try {',
    `      await run(${hasFields ? 'values' : '{}'});`,
    ...(hasFields ? [`      setValues(${initial});`] : []),
    '      setDone(true);',
    '    } catch {',
    `      // \`error\` says why${hasFields ? ', and what was typed stays' : ''}.`,
    '    }',
    '  }',
    '',
    '  return (',
    ...indent(element('Card', [], element('CardContent', [], element('form', ['onSubmit={submit}', attribute('aria-label', title), 'className="grid gap-5"'], [
      ...(note ? [`<p className="text-sm text-muted-foreground">${jsxText(note)}</p>`] : []),
      ...fields.flatMap((field) => fieldElement(field, `${prefix}${field.id}`, choices.some((each) => each.field === field && each.now.length > 0))),
      `{error && <Failed ${attribute('title', `Could not ${uncapitalise(button)}`)} error={error} />}`,
      ...element('div', ['className="flex flex-wrap items-center gap-x-3 gap-y-2"'], [
        ...element('Button', ['type="submit"', ...(destroys ? ['variant="destructive"'] : []), 'disabled={pending}'], ['{pending && <Spinner aria-hidden />}', jsxText(button)]),
        `<p role="status" className="text-sm text-muted-foreground">{pending ? "Waiting for approval…" : isDone ? ${text(done)} : ""}</p>`,
      ]),
    ]))), 4),
    '  );',
    '}',
  ].join('\n');
}

function initialOf(name: string, fields: readonly FormField[]): string[] {
  const entries = fields.map(({ id, kind, initial }) => `${id}: ${kind === 'flag' ? String(initial === 'true') : text(initial ?? '')}`);
  const line = `const ${name} = { ${entries.join(', ')} };`;
  return line.length <= 110 ? [line] : [`const ${name} = {`, ...indent(entries.map((entry) => `${entry},`), 2), '};'];
}

function fieldElement(field: FormField, id: string, fills: boolean): string[] {
  const { label, kind, required } = field;
  const hint = [field.hint, kind === 'lines' ? 'One per line.' : ''].filter(Boolean).join(field.hint && /[.!?]$/.test(field.hint) ? ' ' : '. ');
  if (kind === 'flag') return flagElement(field, id);
  const described = hint ? [`aria-describedby="${id}-hint"`] : [];
  const attributes = [attribute('id', id), attribute('label', label), ...(hint ? [attribute('hint', hint)] : []), ...(required ? [] : ['optional'])];
  return element('Field', attributes, kind === 'row' ? rowElement(field, id, described, fills) : kind === 'choice' ? choiceElement(field, id, described) : inputElement(field, id, described));
}

function flagElement({ id: name, label, hint }: FormField, id: string): string[] {
  const described = hint ? [`aria-describedby="${id}-hint"`] : [];
  return element('div', ['className="grid gap-2"'], [
    ...element('div', ['className="flex items-center gap-2"'], [
      ...element('Checkbox', [attribute('id', id), ...described, `checked={values.${name}}`, `onCheckedChange={(checked) => change({ ${name}: checked === true })}`]),
      ...element('Label', [attribute('htmlFor', id)], [jsxText(label)]),
    ]),
    ...(hint ? [`<p id="${id}-hint" className="text-xs text-muted-foreground">${jsxText(hint)}</p>`] : []),
  ]);
}

const TYPES: Partial<Record<FormField['kind'], string>> = { email: 'email', address: 'url', number: 'number', date: 'date', time: 'time', moment: 'datetime-local' };

function inputElement(field: FormField, id: string, described: readonly string[]): string[] {
  const { id: name, kind, required, whole, min, max, minLength, maxLength } = field;
  const isLong = kind === 'long' || kind === 'lines';
  const type = TYPES[kind];
  return element(isLong ? 'Textarea' : 'Input', [
    attribute('id', id),
    ...(type ? [`type="${type}"`] : []),
    ...(kind === 'number' && !whole ? ['step="any"'] : []),
    ...(kind === 'number' && min !== undefined ? [`min={${min}}`] : []),
    ...(kind === 'number' && max !== undefined ? [`max={${max}}`] : []),
    ...(isLong ? [`rows={${kind === 'lines' ? 3 : 5}}`] : []),
    ...described,
    `value={values.${name}}`,
    `onChange={(event) => change({ ${name}: event.target.value })}`,
    ...(minLength !== undefined && (required || minLength > 1) ? [`minLength={${minLength}}`] : []),
    ...(maxLength !== undefined ? [`maxLength={${maxLength}}`] : []),
    ...(required ? ['required'] : []),
  ]);
}

function choiceElement({ id: name, required, options = [] }: FormField, id: string, described: readonly string[]): string[] {
  const changed = required ? name : `${name}: ${name} === NOTHING ? "" : ${name}`;
  return element('Select', [`value={values.${name}}`, `onValueChange={(${name}) => change({ ${changed} })}`, ...(required ? ['required'] : [])], [
    ...element('SelectTrigger', [attribute('id', id), ...described, 'className="w-full"'], ['<SelectValue placeholder="Choose…" />']),
    ...element('SelectContent', [], [
      ...(required ? [] : ['<SelectItem value={NOTHING}>–</SelectItem>']),
      ...optionItems(options),
    ]),
  ]);
}

/** `fills`: with the choice other fields begin as they are. */
function rowElement({ id: name, label }: FormField, id: string, described: readonly string[], fills: boolean): string[] {
  const options = `${name}Options`;
  const changed = fills ? `${name}, ...${options}.data?.find(({ value }) => value === ${name})?.now` : name;
  return [
    ...element('Select', [`value={values.${name}}`, `onValueChange={(${name}) => change({ ${changed} })}`, 'required', `disabled={!${options}.data}`], [
      ...element('SelectTrigger', [attribute('id', id), ...described, 'className="w-full"'], [`<SelectValue placeholder={${options}.isLoading ? "Loading…" : "Choose…"} />`]),
      ...element('SelectContent', [], [`{${options}.data?.map(({ value, label }) => <SelectItem key={value} value={value}>{label}</SelectItem>)}`]),
    ]),
    `{${options}.error && <Failed ${attribute('what', `what ${uncapitalise(label)} to choose from`)} error={${options}.error} onRetry={${options}.reload} />}`,
  ];
}
