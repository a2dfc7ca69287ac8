-- At the nation, as superuser in the database `counts`: one subscription a province. psql variables:
--   psql -v name=from_nghe_an -v source='host=counts.nghean.example port=5432 dbname=counts user=counts_nation
--        sslmode=verify-full sslrootcert=/etc/counts/nghe-an-ca.crt sslcert=/etc/counts/nation.crt
--        sslkey=/etc/counts/nation.key ssl_min_protocol_version=TLSv1.3' -f from-provinces.sql
-- A row the nation cannot store (its catalogue is older) stops the subscription with a message in the server's log
-- and loses nothing: load the newer catalogue with `kiosk province set-up`; the subscription goes on by itself.

CREATE SUBSCRIPTION :name CONNECTION :'source' PUBLICATION counts_to_nation WITH (disable_on_error = false);
