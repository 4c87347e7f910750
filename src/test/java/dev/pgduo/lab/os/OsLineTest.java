package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.backup.BackupOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsLineTest {
    private static OsAction read(String line) {
        return OsLine.read(line, Map.of("PGDATA", "/data"));
    }

    @Test
    void readsPgCtlWithOptionsInAnyPlace() {
        assertThat(read("pg_ctl restart -w -l /home/postgres/logfile "))
                .isEqualTo(new OsAction.PgCtl(
                        "restart",
                        Optional.empty(),
                        Optional.of("/home/postgres/logfile"),
                        Optional.empty(),
                        true,
                        "pg_ctl restart -w -l /home/postgres/logfile"));
        assertThat(read("pg_ctl -D /d -mimmediate -W stop"))
                .isEqualTo(new OsAction.PgCtl(
                        "stop",
                        Optional.of("/d"),
                        Optional.empty(),
                        Optional.of("immediate"),
                        false,
                        "pg_ctl -D /d -mimmediate -W stop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "sudo systemctl restart postgresql ~ restart",
                "systemctl stop postgresql@15-main.service ~ stop",
                "service postgresql reload ~ reload",
                "sudo pg_ctlcluster 15 main promote ~ promote",
                "sudo -u postgres pg_ctl -w start ~ start",
                "su - postgres -c 'pg_ctl status' ~ status",
            })
    void readsWhatAMachineUnderstands(String line, String verb) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        OsAction.Instead.class,
                        instead -> assertThat(instead.meant())
                                .isInstanceOfSatisfying(
                                        OsAction.PgCtl.class,
                                        action -> assertThat(action.action()).isEqualTo(verb)));
    }

    @Test
    void readsSettingsBeforeACommand() {
        assertThat(read("PGPORT=5433 PGUSER='x' psql"))
                .isInstanceOfSatisfying(
                        OsAction.Psql.class,
                        action -> assertThat(action.arguments()).containsExactlyInAnyOrder("-p", "5433", "-U", "x"));
        assertThat(read("LD_PRELOAD=x pg_ctl start")).isInstanceOf(OsAction.Shell.class);
        assertThat(read("pg_ctl \\\n  start")).isInstanceOf(OsAction.PgCtl.class);
        assertThat(read("pg_ctl stop\npg_ctl start")).isInstanceOf(OsAction.Shell.class);
        assertThat(read("sudo -u postgres ls").runsAsTyped()).isTrue();
    }

    @Test
    void readsBaseBackup() {
        OsAction expected = new OsAction.BaseBackup(
                "/b",
                Optional.empty(),
                Optional.of("5432"),
                Optional.of("postgres"),
                BackupOptions.standby(),
                Optional.empty(),
                "pg_basebackup -U postgres -p 5432 -D /b -X stream -R");
        assertThat(read("pg_basebackup -U postgres -p 5432 -D /b -X stream -R "))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "pg_basebackup -D /b -h x ~ x ~ ~ ",
                "pg_basebackup -D /b | cat ~ ~ false ~ cat",
                "pg_basebackup -D /b -l 'a|b' 2>&1 | tail -1; ls | wc ~ ~ true ~ tail -1; ls | wc",
                "pg_basebackup -D /b -h x |& cat ~ x ~ true ~ cat",
            })
    void readsBaseBackupWithAHostAndAPipe(String line, String host, Boolean errors, String rest) {
        assertThat(read(line)).isInstanceOfSatisfying(OsAction.BaseBackup.class, action -> {
            assertThat(action.target()).isEqualTo("/b");
            assertThat(action.host().orElse(null)).isEqualTo(host);
            assertThat(action.pipe().map(Piped::errors).orElse(null)).isEqualTo(errors);
            assertThat(action.pipe().map(Piped::rest).orElse(null)).isEqualTo(rest);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_basebackup -D /b -Ft",
                "pg_basebackup -D /b --max-rate=1M | cat",
                "pg_basebackup -D /b -d host=x",
                "pg_basebackup -D /b || echo failed",
                "pg_basebackup -D /b; ls | wc",
                "pg_basebackup -D /b -V",
            })
    void leavesOtherBaseBackupsToTheProgram(String line) {
        assertThat(read(line)).isEqualTo(new OsAction.Shell(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "bash -c \"rm -rf /usr/local/pgsql2/data/*\" ~ /usr/local/pgsql2/data/*",
                "rm -rf $PGDATA/* ~ /data/*",
                "rm -fr /x ~ /x"
            })
    void readsWipe(String line, String directory) {
        assertThat(read(line)).isInstanceOf(OsAction.Wipe.class);
        assertThat(((OsAction.Wipe) read(line)).paths()).containsExactly(directory);
    }

    @Test
    void readsAllPathsOfAWipe() {
        assertThat(((OsAction.Wipe) read("rm -r -f /lab/x /etc/y")).paths()).containsExactly("/lab/x", "/etc/y");
        assertThat(read("rm /lab/x")).isInstanceOf(OsAction.Shell.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash -c \"echo primary_slot_name = \\\\'\\'slot_a\\\\'\\' >> /b/recovery.conf\" ",
                "echo \"primary_slot_name = 'slot_a'\" >> /b/recovery.conf",
                "bash -c \"echo \\\"primary_slot_name = 'slot_a'\\\" >> /b/recovery.conf\"",
            })
    void readsTheLineThatAnEchoWasMeantToWrite(String line) {
        assertThat(read(line)).isEqualTo(new OsAction.AppendLine("/b/recovery.conf", "primary_slot_name = 'slot_a'"));
    }

    @Test
    void keepsAnEchoThatIsNoSetting() {
        assertThat(read("echo 'host all all samenet trust' >> /b/pg_hba.conf"))
                .isEqualTo(new OsAction.AppendLine("/b/pg_hba.conf", "host all all samenet trust"));
    }

    @Test
    void readsSedWithoutQuotesAsArguments() {
        OsAction action = read("sed -i s/#\\(\\w\\+\\s\\+replication\\)/\\1/ /usr/local/pgsql/data/pg_hba.conf ");
        assertThat(action).isInstanceOf(OsAction.Substitute.class);
        assertThat(((OsAction.Substitute) action)
                        .substitution()
                        .apply("# comment\n#local   replication     postgres   trust\n"))
                .isEqualTo("# comment\nlocal   replication     postgres   trust\n");
    }

    @Test
    void readsSedOnASetting() {
        OsAction action = read("sed -i \"s/port = .*/port = 5433/\" /b/postgresql.auto.conf");
        assertThat(((OsAction.Substitute) action).substitution().apply("a = 1\nport = '5432'\n"))
                .isEqualTo("a = 1\nport = 5433\n");
    }

    @Test
    void readsCatTailAndTouch() {
        assertThat(read("cat /b/recovery.conf"))
                .isEqualTo(new OsAction.ShowFile("/b/recovery.conf", -1, "cat /b/recovery.conf"));
        assertThat(read("tail -n 5 /x")).isEqualTo(new OsAction.ShowFile("/x", 5, "tail -n 5 /x"));
        assertThat(read("tail -3 /x")).isEqualTo(new OsAction.ShowFile("/x", 3, "tail -3 /x"));
        assertThat(read("touch /b/promote_me")).isEqualTo(new OsAction.Touch("/b/promote_me"));
    }

    @Test
    void anInteractivePsqlOpensASessionAndOneWithACommandIsAProgram() {
        assertThat(read("psql -h localhost -p 5432 -U postgres"))
                .isEqualTo(new OsAction.Psql(List.of("-h", "localhost", "-p", "5432", "-U", "postgres")));
        assertThat(read("psql -Atc 'select 1'")).isEqualTo(new OsAction.Shell("psql -Atc 'select 1'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -l /b",
                "cat /b/x | grep y",
                "echo hello",
                "pg_ctl start; echo done",
                "sed -i '/x/d' /b/pg_hba.conf",
                "pg_ctl kill QUIT 1",
                "cat a b"
            })
    void leavesTheRestToTheShell(String line) {
        assertThat(read(line)).isEqualTo(new OsAction.Shell(line));
    }

    @Test
    void aliasesMapBothWaysAtPathBoundaries() {
        PathAliases aliases =
                new PathAliases(Map.of("/usr/local/pgsql/data", "/lab/a/data", "/usr/local/pgsql", "/lab/a"));
        assertThat(aliases.toReal("cat /usr/local/pgsql/data/x /usr/local/pgsql2/data /usr/local/pgsql/y"))
                .isEqualTo("cat /lab/a/data/x /usr/local/pgsql2/data /lab/a/y");
        assertThat(aliases.toShown("\"/lab/a/data\" in /lab/a."))
                .isEqualTo("\"/usr/local/pgsql/data\" in /usr/local/pgsql.");
    }
}
