package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab shows its own ports, hosts and paths, in tables as wide as these need. */
class OwnValuesIT {
    @TempDir
    Path directory;

    @Test
    void areShownWhereverTheyComeFrom() throws IOException {
        Path lab = Files.writeString(directory.resolve("own.lab"), """
                ---
                retry: 0s
                nodes: {a: {port: 15432}, b: {port: 6}}
                ---
                    psql -h localhost -p 15432 -U postgres

                    => \\conninfo
                    You are connected to database "postgres" as user "postgres" on host "localhost" (address "127.0.0.1") at port "15432".

                    => \\echo :PORT :HOST
                    15432 localhost

                    => \\connect postgres postgres localhost :PORT
                    You are now connected to database "postgres" as user "postgres".

                    => show port;
                     port \s
                    -------
                     15432
                    (1 row)
                   \s

                    => select inet_server_port() as p, 5432 as q;
                       p   |  q  \s
                    -------+------
                     15432 | 5432
                    (1 row)
                   \s

                    => select current_setting('port') as p, current_setting('data_directory') as d;
                       p   |           d          \s
                    -------+-----------------------
                     15432 | /usr/local/pgsql/data
                    (1 row)
                   \s

                    => select name, setting from pg_settings where name in ('port', 'data_directory') order by 1;
                          name      |        setting       \s
                    ----------------+-----------------------
                     data_directory | /usr/local/pgsql/data
                     port           | 15432
                    (2 rows)
                   \s

                postgres> mkdir /home/postgres/ts1

                    => create tablespace ts1 location '/home/postgres/ts1';
                    CREATE TABLESPACE

                    => select pg_tablespace_location(oid) as l from pg_tablespace where spcname = 'ts1';
                             l         \s
                    --------------------
                     /home/postgres/ts1
                    (1 row)
                   \s

                    => \\db ts1
                             List of tablespaces
                     Name |  Owner   |      Location     \s
                    ------+----------+--------------------
                     ts1  | postgres | /home/postgres/ts1
                    (1 row)
                   \s
                """);
        Ran ran = Ran.pgduo(directory.resolve("state"), "verify", lab.toString());
        assertThat(ran.text()).contains("12 matched", "0 failed");
        assertThat(ran.code()).isZero();
    }
}
