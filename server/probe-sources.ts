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
  remove(live: LiveProject): void;
}

interface Probing {
  readonly seen: Map<string, Dataset>;
  callOff: () => void;
  turn: number;
}

export interface ProberOptions {
  /** Facts of a project have changed. */
  tell(live: LiveProject): void;
  /** A bug in a host. */
  fail(error: unknown): void;
}

export function createSourceProber(host: Host, options: ProberOptions): SourceProber {
  const known = new Map<LiveProject, Probing>();

  async function look(live: LiveProject, project: Project, probing: Probing): Promise<void> {
    const { turn } = probing;
    const names = new Set(project.datasets.map(({ name }) => name));
    for (const name of [...probing.seen.keys()].filter((old) => !names.has(old))) {
      probing.seen.delete(name);
      live.session.setFacts(name, null);
    }
    for (const dataset of project.datasets) {
      if (isSameDataset(probing.seen.get(dataset.name), dataset)) continue;
      const facts = await host.probe(live.session.root, { ...project, datasets: [dataset] });
      if (probing.turn !== turn || known.get(live) !== probing) return;
      probing.seen.set(dataset.name, dataset);
      live.session.setFacts(dataset.name, facts);
    }
    if (live.session.isDirty()) options.tell(live);
  }

  return {
    want(live, project) {
      const probing = known.get(live) ?? { seen: new Map(), callOff: () => {}, turn: 0 };
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
    remove(live) {
      known.get(live)?.callOff();
      known.delete(live);
    },
  };
}

function isSameDataset(one: Dataset | undefined, other: Dataset): boolean {
  return one !== undefined && one.source === other.source && one.table === other.table;
}
