-- Providers with claims in the last 30 days that insurance covers at 100 %.
SELECT
  d.provider_id,
  d.facility_name,
  d.specialty_code,
  COUNT(*) AS claims,
  ROUND(SUM(c.total_cost), 2) AS total_cost
FROM billing.claim AS c
JOIN billing.provider AS d ON d.provider_id = c.provider_id
WHERE c.coverage_type = 100
  AND c.claim_date >= DATE_SUB(CURRENT_DATE(), 30)
GROUP BY d.provider_id, d.facility_name, d.specialty_code
ORDER BY claims DESC, d.provider_id;
