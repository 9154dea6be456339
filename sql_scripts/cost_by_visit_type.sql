-- What each kind of visit costs by month, and how much of it insurance pays.
SELECT
  DATE_FORMAT(date_of_service, 'yyyy-MM') AS month,
  visit_type,
  COUNT(*) AS visits,
  ROUND(SUM(total_cost), 2) AS cost,
  ROUND(SUM(total_cost * coverage_type / 100), 2) AS insured
FROM billing.claim
WHERE date_of_service IS NOT NULL
GROUP BY DATE_FORMAT(date_of_service, 'yyyy-MM'), visit_type
ORDER BY month, visit_type;
