import { sampleClaims } from './claim.ts';
import type { Delivery } from './delivery.ts';
import { samplePatients } from './patients.ts';
import { sampleProviders } from './provider.ts';
import { createRandom } from './random.ts';

/** The two deliveries of the example project: the same bytes for the same seed, on every machine. */
export function sampleDeliveries(seed = 20_261_102): readonly Delivery[] {
  const random = createRandom(seed);
  const patients = samplePatients(random);
  const provider = sampleProviders(random);
  const claim = sampleClaims(patients, provider, random);
  return [
    {
      name: '1-first-load',
      files: { patients: patients.first, provider: provider.first, claim: claim.first },
    },
    { name: '2-delta', files: { patients: patients.delta, provider: provider.delta, claim: claim.delta } },
  ];
}
