import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file name that would do harm if it were taken for more than text. */
export const hostileFile = '<b onclick=x>[go](command:workbench.action.quit) $(zap).csv';

/** A text that would do harm if it were taken for markup, an escape sequence or a link. */
export const hostileText =
  '<img src=x onerror="window.hacked=1">[go](command:workbench.action.quit) $(trash)';

const files: Readonly<Record<string, string>> = {
  'conf/config.yaml': `target_path: target/
target_schema: shop
sources:
  customers:
    path: source/customers/
    merge_key: customer_id
    cdc_key: changed_on
  orders:
    path: source/orders/
    merge_key: order_id
    cdc_key: changed_on
    expect:
      max_bad: 0.9
  refunds:
    path: source/refunds/
    merge_key: refund_id
    cdc_key: changed_on
  events:
    path: source/events/
    merge_key: event_id
    cdc_key: changed_on
  gifts:
    path: source/gifts/
    merge_key: gift_id
    cdc_key: changed_on
    expect:
      max_bad: 0.9
`,
  'schema/tables_schema.yaml': `tables:
  customers:
    columns:
      customer_id: { type: string, required: true }
      name: { type: string }
      changed_on: { type: date }
    mask: [name]
  orders:
    columns:
      order_id: { type: string, required: true }
      customer_id: { type: string, references: customers.customer_id }
      amount:
        type: double
        min: 0
      changed_on: { type: date }
  refunds:
    columns:
      refund_id: { type: string, required: true }
      amount: { type: double }
      changed_on: { type: date }
  events:
    columns:
      event_id: { type: string, required: true }
      note: { type: string }
      changed_on: { type: date }
  gifts:
    columns:
      gift_id: { type: string, required: true }
      note: { type: string }
      changed_on: { type: date }
    checks:
      - name: no_coal
        expr: note <> 'coal'
        message: '${hostileText}'
`,
  'source/customers/customers.csv': `customer_id,name,changed_on
C1,Ada,2026-01-02
C2,Grace,2026-01-03
C3,Edith,2026-01-04
`,
  [`source/orders/${hostileFile}`]: `order_id,customer_id,amount,changed_on
O1,C1,12.50,2026-01-05
O2,C2,-3,2026-01-05
O3,C9,7,2026-01-06
O4,C3,much,2026-01-06
`,
  [`source/gifts/${hostileFile}`]: `gift_id,note,changed_on
G1,"${hostileText.replaceAll('"', '""')}",2026-01-05
G2,coal,2026-01-05
G3,\u001b[31mred\u202e,2026-01-05
`,
  'source/refunds/refunds.csv': `refund_id,amount,changed_on
R1,none,2026-01-05
R2,some,2026-01-05
`,
};

/** Writes a small project: its deliveries hold one of each: sound, broken in some lines, refused as a whole. */
export function layProject(folder: string): void {
  for (const [file, text] of Object.entries(files)) write(folder, file, text);
}

/** Puts one more file into the source of a dataset. */
export function deliver(folder: string, dataset: string, text: string): void {
  write(folder, `source/${dataset}/${dataset}-later.csv`, text);
}

/** Delivers enough events to be still at it when somebody cancels. */
export function deliverManyEvents(folder: string, records = 1_500_000): void {
  const lines = Array.from({ length: records }, (_, at) => `E${at},it happened again and again,2026-01-05`);
  write(folder, 'source/events/events.csv', `event_id,note,changed_on\n${lines.join('\n')}\n`);
}

function write(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
