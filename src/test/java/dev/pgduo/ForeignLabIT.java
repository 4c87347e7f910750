package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lab can reach of the one who plays it. */
class ForeignLabIT {
    @TempDir
    Path directory;

    private Path outside = Path.of("");

    @BeforeEach
    void make() throws IOException {
        outside = Files.createDirectory(directory.resolve("outside"));
        for (Path path : new Path[] {outside, directory}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private Ran verify(String text) throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), "---\nretry: 0s\n---\n" + text);
        return Ran.pgduo(directory.resolve("state"), "verify", lab.toString());
    }

    private void matches(String text, int steps) throws IOException {
        Ran ran = verify(text);
        assertThat(ran.code()).as(ran.text()).isZero();
        assertThat(ran.text()).contains(steps + " matched");
    }

    @Test
    void idiomsAreNotLedOutByLinks() throws Exception {
        Path conf = Files.writeString(outside.resolve("postgresql.conf"), "port = 1\n");
        Ran ran = verify("""
                postgres> ln -s OUT /usr/local/pgsql/data/away; ln -s OUT/new /usr/local/pgsql/data/touched

                postgres> rm -rf /usr/local/pgsql/data/away/*

                postgres> rm -rf /usr/local/pgsql/data/awa*/p*

                postgres> echo "port = 2" >> /usr/local/pgsql/data/away/postgresql.conf

                postgres> sed -i 's/1/3/' /usr/local/pgsql/data/away/postgresql.conf

                postgres> touch /usr/local/pgsql/data/touched

                postgres> rm -rf /usr/local/pgsql/data/away /usr/local/pgsql/data/touched

                postgres> ls /usr/local/pgsql/data | sed -n -e /away/p -e /touched/p
                """.replace("OUT", outside.toString()));
        assertThat(ran.text())
                .contains(
                        "x.lab:6: ERROR:  cannot change \"/usr/local/pgsql/data/away\": it is outside the lab",
                        "x.lab:8: ERROR:  cannot change \"/usr/local/pgsql/data/awa*/p*\": it is outside the lab",
                        "x.lab:10: ERROR:  cannot change \"/usr/local/pgsql/data/away/postgresql.conf\"",
                        "x.lab:12: ERROR:  cannot change \"/usr/local/pgsql/data/away/postgresql.conf\"",
                        "x.lab:14: ERROR:  cannot change \"/usr/local/pgsql/data/touched\"",
                        "3 matched, 0 adapted, 5 failed");
        assertThat(conf).hasContent("port = 1");
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void sessionsUseFilesWithTheServersRights() throws Exception {
        assumeTrue(!(RunAs.probe() instanceof RunAs.Direct), "this is not root");
        Path theirs = Files.writeString(outside.resolve("theirs"), "select 'secret';\n");
        Files.setAttribute(theirs, "unix:uid", 54321);
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rw-------"));
        matches("""
                    => \\o FILE
                    FILE: Permission denied

                    => \\w FILE
                    FILE: Permission denied

                    => \\s FILE
                    FILE: Permission denied

                    => select 1 \\g FILE
                    FILE: Permission denied

                    => \\copy (select 1) to 'FILE'
                    FILE: Permission denied

                    => create table t(line text);
                    CREATE TABLE

                    => \\copy t from 'FILE'
                    FILE: Permission denied

                    => \\i FILE
                    FILE: Permission denied

                    => \\lo_import FILE
                    could not open file "FILE": Permission denied

                    => select lo_from_bytea(4711, 'ours');
                     lo_from_bytea
                    ---------------
                              4711
                    (1 row)

                    => \\lo_export 4711 FILE
                    could not open file "FILE": Permission denied

                    => \\e FILE
                    FILE: Permission denied

                """.replace("FILE", theirs.toString()), 12);
        assertThat(theirs).hasContent("select 'secret';");
    }

    @Test
    void sessionsUseTheirOwnFiles() throws Exception {
        matches("""
                    => create table t as select generate_series(1, 200000) as n;
                    SELECT 200000

                    => \\copy t to 'rows'
                    COPY 200000

                    => \\copy t from 'rows'
                    COPY 200000

                    => select count(*), count(distinct n) from t;
                     count  | count
                    --------+--------
                     400000 | 200000
                    (1 row)

                    => \\o kept
                    => select 'select 42 as n' as q \\g (format=unaligned tuples_only=on) script
                    => \\o
                    => \\i script
                     n
                    ----
                     42
                    (1 row)

                """, 8);
    }

    @Test
    void listsCommandsWithoutAServer() throws Exception {
        Path lab = Files.writeString(
                directory.resolve("x.lab"), "postgres> id | cat\n\n    => \\! id\n\npostgres> pg_ctl stop\n");
        Path plain = Files.writeString(directory.resolve("y.lab"), "    => select 1;\n");
        Path state = directory.resolve("state");
        Ran ran = Ran.pgduo(state, "verify", "--list-commands", "--pg", "/none", lab.toString(), plain.toString());
        assertThat(ran).isEqualTo(new Ran(0, lab + ":1: postgres> id | cat\n" + lab + ":3: => \\! id\n"));
        Ran wrong = Ran.pgduo(state, "verify", "--list-commands", "/none.lab");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.text()).contains("could not open file \"/none.lab\": No such file or directory");
    }
}
