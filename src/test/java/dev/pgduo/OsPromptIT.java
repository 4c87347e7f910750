package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OS prompts of a transcript are shells. */
class OsPromptIT {
    @TempDir
    Path directory;

    private Ran verify(String text, String... options) throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), text);
        String[] words = new String[options.length + 2];
        words[0] = "verify";
        words[1] = lab.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Ran.pgduo(directory, words);
    }

    private void holds(String text) throws IOException {
        Ran ran = verify(text);
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void keepsDirectoryVariablesAndFunctions() throws IOException {
        holds("""
            postgres> mkdir attic; touch attic/old precious

            postgres> cd attic

            postgres> rm -f old precious

            postgres> pwd; ls
            /home/postgres/attic

            postgres> cd; ls precious
            precious

            postgres> export WHO=world; greet() { echo "$1, $WHO"; }

            postgres> greet hello
            hello, world

            postgres> D=$PGDATA

            postgres> cat $D/../nothing ${D}/PG_VERSION | wc -l
            cat: /usr/local/pgsql/data/../nothing: No such file or directory
            1

            postgres2> echo "[$WHO]"
            []

            postgres> exit 0

            postgres> echo "[$WHO]"
            []
            """);
    }

    /** Wherever in a line they stand, and without asking anybody for a password. */
    @Test
    void leavesTheMachinesUsersAndServicesAlone() throws IOException {
        holds("""
            postgres> cd; sudo -u postgres psql -Atc 'select 1' | sudo -u postgres cat
            1

            postgres> su - postgres -c 'echo inner'; sudo su - postgres
            inner
            su: this is the prompt of the server's user already

            postgres> sudo -i -u postgres
            sudo: this is the prompt of the server's user already

            postgres> sudo systemctl is-active postgresql && pg_ctlcluster 15 main stop && pg_ctl status; true
            active
            pg_ctlcluster: the lab's servers are no services of this machine: pg_ctl starts and stops them
            waiting for server to shut down.... done
            server stopped
            pg_ctl: no server running

            postgres> systemctl start postgresql && service postgresql status | head -1 | cut -c 1-25
            systemctl: the lab's servers are no services of this machine: pg_ctl starts and stops them
            waiting for server to start.... done
            server started
            service: the lab's servers are no services of this machine: pg_ctl starts and stops them
            pg_ctl: server is running
            """);
    }

    @Test
    void hasTheProgramsOfTheOldestByTheirNames() throws IOException {
        Ran ran = verify("""
            postgres> for name in pg_receivexlog pg_resetxlog pg_xlogdump; do $name --version | cut -d ' ' -f 1; done
            pg_receivewal
            pg_resetwal
            pg_waldump
            """, "--pg", "9.6");
        assertThat(ran.text()).contains(" 1 matched", " 0 failed");
    }

    @Test
    void takesLinesOfSeveralRows() throws IOException {
        holds("""
            postgres> cat > settings <<EOF
            > work_mem = '7MB'
            > # $PGDATA
            > EOF

            postgres> cat settings
            work_mem = '7MB'
            # /usr/local/pgsql/data

            postgres> for i in 1 2
            > do
            >   echo "round $i"
            > done
            round 1
            round 2

            postgres> pg_ctl \\
            >   status | head -n 1 | cut -c 1-25
            pg_ctl: server is running

            postgres> sleep 100 &

            postgres> jobs | wc -l
            1

            postgres> kill %1; wait; echo ended
            ended
            """);
    }

    @Test
    void leavesAnEmptiedOrMovedDataDirectoryAlone() throws IOException {
        holds("""
            postgres2> rm -rf /usr/local/pgsql2/data/*

            postgres2> ls -A /usr/local/pgsql2/data | wc -l
            0

            postgres2> PGPASSWORD=wrong pg_basebackup -h localhost -p 5432 -U postgres -D $PGDATA -R -c fast

            postgres2> mv $PGDATA $PGDATA.old; ls $PGDATA
            ls: cannot access '/usr/local/pgsql2/data': No such file or directory
            ...

            %expect-error
            postgres2> ls $PGDATA
            ls: cannot access '/usr/local/pgsql2/data': No such file or directory
            """.replace("postgres2> mv", "%expect-error\npostgres2> mv"));
    }

    @Test
    void reachesBothServersByTheirPorts() throws IOException {
        holds("""
            lab> up
            ...

            postgres> psql -p 5433 -Atc "select pg_is_in_recovery()"
            t

            postgres2> psql -h localhost -p 5432 -Atc "select pg_is_in_recovery()"
            f

            postgres2> PGPORT=5432 psql -Atc "select pg_is_in_recovery()"
            f

            postgres2> psql -At "port=5432 user=postgres dbname=postgres" -c "select pg_is_in_recovery()"
            f

            postgres> psql -h /var/run/postgresql -p 5433 -Atc "select pg_is_in_recovery()"
            t

            postgres> export PGPORT=5433

            postgres> psql -Atc "select pg_is_in_recovery()"
            t

            postgres> psql

                => select pg_is_in_recovery();
                 pg_is_in_recovery\s
                -------------------
                 t
                (1 row)
                \s
            """);
    }

    @Test
    void showsWhereASessionIs() throws IOException {
        holds("""
                psql -h localhost -p 5432 -U postgres

                => \\conninfo
                You are connected to database "postgres" as user "postgres" on host "localhost" (address "127.0.0.1") at port "5432".

                => select inet_client_addr() is null as by_socket;
                 by_socket\s
                -----------
                 f
                (1 row)
                \s

                ||    psql -p 5432

                ||    => \\conninfo
                ||    You are connected to database "postgres" as user "postgres" via socket in "/var/run/postgresql" at port "5432".

                ||    => select inet_client_addr() is null as by_socket;
                ||     by_socket\s
                ||    -----------
                ||     t
                ||    (1 row)
                ||
            """);
    }

    @Test
    void followsASourceWithoutAHost() throws IOException {
        holds("""
            postgres2> rm -rf /usr/local/pgsql2/data/*

            lab> basebackup --from a --to b
            ...

            postgres2> touch /usr/local/pgsql2/data/standby.signal

            postgres2> echo "primary_conninfo = 'user=postgres port=5432'" >> $PGDATA/postgresql.auto.conf

            lab> start b
            ...

            postgres> psql -Atc "select count(*) from pg_stat_replication"
            1
            """.replace("lab> basebackup", "%ignore\nlab> basebackup"));
    }

    @Test
    void writesTheLogThatIsNamed() throws IOException {
        holds("""
            postgres> pg_ctl restart -w -l /home/postgres/another
            waiting for server to shut down.... done
            server stopped
            waiting for server to start.... done
            server started

            postgres> grep -c "ready to accept connections" /home/postgres/another
            1
            """);
    }

    @Test
    void endsALineThatDoesNotEnd() throws IOException {
        Ran ran = verify("""
            postgres> echo begun; sleep 1000
            begun

            postgres> echo on
            on
            """, "--step-timeout", "1s");
        assertThat(ran.text())
                .contains(
                        "the line did not end within 1 s",
                        "It was ended while it waited for \"sleep 1000\" (process ",
                        "1 matched, 0 adapted, 1 failed");
        assertThat(ran.code()).isOne();
    }

    @Test
    void dumpsAndReceivesFromTheOtherNode() throws IOException {
        holds("""
            lab> up
            ...

            postgres2> psql -p 5432 -qc "create table lamp as select 7 as light"

            %eventually
            postgres> pg_dump -p 5433 -t lamp | grep -A 1 "^COPY"
            COPY public.lamp (light) FROM stdin;
            7

            postgres2> mkdir wal; pg_receivewal -p 5432 -D wal 2>received.log &

            %eventually
            postgres2> ls wal | grep -c partial
            1

            postgres2> kill %1; wait; ls wal | wc -l
            1
            """);
    }

    @Test
    void stopsServersElsewhereInTheLab() throws IOException {
        String third = "third" + System.nanoTime();
        holds("""
            postgres> pg_basebackup -D /home/postgres/NAME -c fast

            postgres> pg_ctl start -w -D /home/postgres/NAME -l third.log -o "-c listen_addresses= -c port=6001" | tail -n 1
            server started

            postgres> psql -p 6001 -Atc "select 1"
            1
            """.replace("NAME", third));
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(third)))
                .isEmpty();
    }

    @Test
    void saysWhoHoldsUpAClientThatDoesNotEnd() throws IOException {
        Ran ran = verify("""
                => create table lamp (light int);

                => begin;

                => lock table lamp;

            postgres> psql -c "insert into lamp values (1)"
            """, "--step-timeout", "8s");
        assertThat(ran.text())
                .contains("the line did not end within 8 s", "node a's process ")
                .containsPattern("\\(insert into lamp values \\(1\\)\\), blocked by process \\d+: lock table lamp;");
    }

    @Test
    void findsTheLogInTheHomeByItsName() throws IOException {
        holds("""
            postgres> cd; pg_ctl stop | tail -n 1
            server stopped

            postgres> tail -n 1 logfile | grep -c "database system is shut down"
            1
            """);
    }

    @Test
    void tellsWhatHasEndedInTheBackground() throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), """
                postgres> tail -f /dev/null &

                postgres> until grep -q ^tail /proc/$!/cmdline; do :; done

                postgres> kill %1; wait

                postgres> echo again
                """);
        assertThat(Ran.pgduo(directory, "play", lab.toString()).text())
                .containsOnlyOnce("in the background, \"tail -f /dev/null\" has ended");
    }
}
