-- Claims that have not been billed yet, with their patient and provider, the oldest first.
SELECT
  c.claim_id,
  c.claim_date,
  c.total_cost,
  c.coverage_type,
  p.patient_id,
  p.city AS patient_city,
  p.state AS patient_state,
  d.provider_id,
  d.facility_name,
  d.specialty_code
FROM billing.claim AS c
JOIN billing.patients AS p ON p.patient_id = c.patient_id
LEFT JOIN billing.provider AS d ON d.provider_id = c.provider_id
WHERE c.billed = 'F'
ORDER BY c.claim_date, c.claim_id;
