import type { Dataset, Project } from '../core/model/project.ts';
import type { Host } from './host.ts';
import type { LiveProject } from './workspace.ts';

/** Time without a change before sources are looked at, in milliseconds: never on the way from key to finding. */
const quietMs = 300;

/** Looks at the sources of projects, off the hot path, and hands what it saw to their sessions. */
export interface SourceProber {
  /** Looks at the datasets that are described otherwise than when they were last looked at. */
  want(live: LiveProject, project: Project): void;
  /** Makes the next look go to every source again. */
  forget(live: LiveProject): void;
  /** Files that wait in each dataset's source, by its name, as far as they were looked at. */
  waiting(live: LiveProject): ReadonlyMap<string, number>;
  remove(live: LiveProject): void;
}

interface Probing {
  readonly seen: Map<string, Dataset>;
  readonly waiting: Map<string, number>;
  callOff: () => void;
  turn: number;
}

export interface ProberOptions {
  /** Facts of a project have changed. */
  tell(live: LiveProject): void;
  /** Other numbers of files wait in the sources of a project. */
  counted(live: LiveProject): void;
  /** A bug in a host. */
  fail(error: unknown): void;
}

export function createSourceProber(host: Host, options: ProberOptions): SourceProber {
  const known = new Map<LiveProject, Probing>();

  async function look(live: LiveProject, project: Project, probing: Probing): Promise<void> {
    const { turn, waiting } = probing;
    const before = JSON.stringify([...waiting]);
    const names = new Set(project.datasets.map(({ name }) => name));
    for (const name of [...probing.seen.keys()].filter((old) => !names.has(old))) {
      probing.seen.delete(name);
      waiting.delete(name);
      live.session.setFacts(name, null);
    }
    for (const dataset of project.datasets) {
      if (isSameDataset(probing.seen.get(dataset.name), dataset)) continue;
      const look = await host.probe(live.session.root, { ...project, datasets: [dataset] });
      if (probing.turn !== turn || known.get(live) !== probing) return;
      probing.seen.set(dataset.name, dataset);
      if (look === null) waiting.delete(dataset.name);
      else waiting.set(dataset.name, look.files);
      live.session.setFacts(dataset.name, look?.facts ?? null);
    }
    if (JSON.stringify([...waiting]) !== before) options.counted(live);
    if (live.session.isDirty()) options.tell(live);
  }

  return {
    want(live, project) {
      const probing = known.get(live) ?? { seen: new Map(), waiting: new Map(), callOff: () => {}, turn: 0 };
      known.set(live, probing);
      probing.callOff();
      probing.turn += 1;
      probing.callOff = host.later(() => {
        look(live, project, probing).catch(options.fail);
      }, quietMs);
    },
    forget(live) {
      known.get(live)?.seen.clear();
    },
    waiting: (live) => known.get(live)?.waiting ?? new Map<string, number>(),
    remove(live) {
      known.get(live)?.callOff();
      known.delete(live);
    },
  };
}

function isSameDataset(one: Dataset | undefined, other: Dataset): boolean {
  return one !== undefined && one.source === other.source && one.table === other.table;
}
