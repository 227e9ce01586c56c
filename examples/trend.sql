-- History and a trend in DuckDB, from the files history.ndjson and trend.csv in the folder where it runs (see README.md).
-- Every event once: its content is JSON, whose fields differ by type.
create or replace table history as
  select position, type, revision, aggregate, sequence, time, data
  from read_json('history.ndjson', format = 'newline_delimited',
    columns = {position: 'bigint', type: 'varchar', revision: 'varchar', aggregate: 'varchar', sequence: 'bigint',
               time: 'varchar', data: 'json'});

-- How much of what there is, and since when.
select type, count(*) as events, min(time)[:10] as first, max(time)[:10] as last from history group by type order by type;

-- Every statement that was released of one group alone: how many answered it, and in which class their sum fell. Where
-- answers were counted instead (rule exact) both ends are the sum itself; where it is withheld there is none.
create or replace view released as
  select pulse, grp, item, n, coalesce(low, total) as low, coalesce(high, total) as high
  from (select data ->> '$.pulse' as pulse, data ->> '$.groups[0]' as grp, figures ->> '$.item' as item,
               (figures ->> '$.n')::int as n, (figures ->> '$.sum.low')::int as low, (figures ->> '$.sum.high')::int as high,
               (figures ->> '$.counts[0]')::int + 2 * (figures ->> '$.counts[1]')::int
                 + 3 * (figures ->> '$.counts[2]')::int + 4 * (figures ->> '$.counts[3]')::int
                 + 5 * (figures ->> '$.counts[4]')::int as total
        from (select data, unnest(from_json(data -> '$.items', '["json"]')) as figures
              from history where type = 'BlockReleased' and json_array_length(data -> '$.groups') = 1));

-- Which statements stand lowest and highest in the organisation; those that are put the other way round are turned, so that
-- higher is better in all. The middle of a class is no mean: read it as "about".
create or replace view turned as
  select distinct one ->> '$.id' as item
  from (select unnest(from_json(data -> '$.definition.items', '["json"]')) as one from history where type = 'InstrumentRegistered')
  where (one ->> '$.reversed')::boolean;
select item, count(*) as times,
       round(case when item in (from turned) then 6 - sum((low + high) / 2) / sum(n) else sum((low + high) / 2) / sum(n) end, 2) as about
from released where low is not null group by item having count(*) >= 20 order by about, item;

-- A trend: a withheld point is empty and says why.
select pulse, counted_on, round(level, 2) as level, round(band_low, 2) as low, round(band_high, 2) as high, withheld
from read_csv('trend.csv', header = true, nullstr = '',
  types = {level: 'double', band_low: 'double', band_high: 'double'}) order by ordinal;
