/** Questions to a retailer's warehouse, of the kind and size of TPC-DS: stars, windows, set operations, rollups, correlated queries. */

const salesByBrand = `
SELECT dt.d_year, item.i_brand_id AS brand_id, item.i_brand AS brand, SUM(ss_ext_sales_price) AS sum_agg
FROM date_dim dt
JOIN store_sales ON dt.d_date_sk = store_sales.ss_sold_date_sk
JOIN item ON store_sales.ss_item_sk = item.i_item_sk
WHERE item.i_manufact_id = 128 AND dt.d_moy = 11
GROUP BY dt.d_year, item.i_brand, item.i_brand_id
ORDER BY dt.d_year, sum_agg DESC, brand_id
LIMIT 100`;

const returningCustomers = `
WITH customer_total_return AS (
  SELECT sr_customer_sk AS ctr_customer_sk, sr_store_sk AS ctr_store_sk, SUM(sr_return_amt) AS ctr_total_return
  FROM store_returns, date_dim
  WHERE sr_returned_date_sk = d_date_sk AND d_year = 2000
  GROUP BY sr_customer_sk, sr_store_sk
)
SELECT c_customer_id, ctr1.ctr_total_return / NULLIF(ctr2.average, 0) AS ratio
FROM customer_total_return ctr1
JOIN (SELECT ctr_store_sk, AVG(ctr_total_return) * 1.2 AS average FROM customer_total_return GROUP BY ctr_store_sk) ctr2
  ON ctr1.ctr_store_sk = ctr2.ctr_store_sk
JOIN store s ON s.s_store_sk = ctr1.ctr_store_sk AND s.s_state IN ('TN', 'OH', 'MN', 'TX')
LEFT JOIN customer c ON ctr1.ctr_customer_sk = c.c_customer_sk
WHERE ctr1.ctr_total_return > ctr2.average
  AND EXISTS (SELECT 1 FROM web_sales w WHERE w.ws_bill_customer_sk = ctr1.ctr_customer_sk AND w.ws_quantity BETWEEN 1 AND 5)
ORDER BY c_customer_id NULLS LAST
LIMIT 100`;

function channel(name: string, prefix: string, key: string): string {
  return `
  SELECT '${name}' AS channel, ${prefix}_item_sk AS item, d_year, d_qoy,
    CASE WHEN ${prefix}_${key} IS NULL THEN 'unknown' WHEN ${prefix}_net_profit < 0 THEN 'loss' ELSE 'profit' END AS kind,
    SUM(COALESCE(${prefix}_ext_sales_price, 0)) AS sales,
    SUM(CASE WHEN d_day_name = 'Sunday' THEN ${prefix}_sales_price ELSE NULL END) AS sunday_sales,
    COUNT(DISTINCT ${prefix}_order_number) AS orders,
    RANK() OVER (PARTITION BY ${prefix}_item_sk ORDER BY SUM(${prefix}_net_profit) DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place
  FROM ${name}_sales
  JOIN date_dim ON d_date_sk = ${prefix}_sold_date_sk
  LEFT OUTER JOIN ${name}_returns ON ${prefix}_item_sk = ${prefix}r_item_sk AND ${prefix}_order_number = ${prefix}r_order_number
  WHERE d_date BETWEEN DATE '2000-08-03' AND DATE '2000-08-03' + INTERVAL 90 DAYS
    AND (${prefix}_list_price > 10.5 OR ${prefix}_coupon_amt * 2 >= 7.5e2) AND ${prefix}_${key} NOT IN (1, 2, 3, 5, 8, 13)
  GROUP BY ${prefix}_item_sk, d_year, d_qoy, ${prefix}_${key}, ${prefix}_net_profit`;
}

const channels = `
WITH all_channels AS (${channel('store', 'ss', 'store_sk')}
  UNION ALL${channel('catalog', 'cs', 'call_center_sk')}
  UNION ALL${channel('web', 'ws', 'web_site_sk')}
),
ranked AS (
  SELECT channel, item, d_year, d_qoy, kind, sales, orders,
    LAG(sales, 1) OVER (PARTITION BY channel, item ORDER BY d_year, d_qoy) AS before,
    AVG(sales) OVER (PARTITION BY channel, d_year) AS yearly
  FROM all_channels
  WHERE place <= 100
)
SELECT channel, i_category, i_class, d_year, SUM(sales) AS sales, SUM(sales - before) AS growth,
  ROUND(100 * SUM(sales) / NULLIF(SUM(SUM(sales)) OVER (PARTITION BY channel), 0), 2) AS share,
  GROUPING(i_category) + GROUPING(i_class) AS level
FROM ranked
JOIN item ON i_item_sk = item
WHERE yearly > 0 AND ABS(sales - yearly) / yearly > 0.1 AND UPPER(TRIM(i_category)) LIKE 'B%'
GROUP BY ROLLUP (channel, i_category, i_class, d_year)
HAVING COUNT(*) > 1
ORDER BY level DESC, CASE WHEN level = 0 THEN i_category END, share
LIMIT 100`;

function deepFilter(levels: number): string {
  const inner = `SELECT c_customer_sk FROM customer WHERE c_birth_year > 1950 AND c_preferred_cust_flag = 'Y'`;
  return Array.from({ length: levels }).reduce<string>(
    (query, _, level) =>
      `SELECT c${level}.c_customer_sk FROM customer c${level} WHERE c${level}.c_current_addr_sk IN (\n${query}\n) AND c${level}.c_birth_month <> ${level % 12}`,
    inner,
  );
}

const wide = `
SELECT
${Array.from({ length: 120 }, (_, at) => `  SUM(CASE WHEN d_week_seq = ${5000 + at} AND d_day_name = 'Monday' THEN cs_sales_price ELSE 0 END) AS w${at}`).join(',\n')}
FROM catalog_sales JOIN date_dim ON d_date_sk = cs_sold_date_sk
GROUP BY cs_item_sk`;

/** Queries by name; ours, of 0.4 to 12 KB. */
export const queries: Readonly<Record<string, string>> = {
  'sales by brand': salesByBrand,
  'returning customers': returningCustomers,
  'three channels': channels,
  'nested filters': deepFilter(12),
  'a column a week': wide,
};
