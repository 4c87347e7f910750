package dev.pgduo.replay.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.read.TranscriptReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabReviewTest {
    private static List<String> review(String text) {
        return LabReview.of(TranscriptReader.parse(text, "x.lab")).stream()
                .map(line -> line.number() + " " + line.text())
                .toList();
    }

    @Test
    void findsLinesForTheRealShell() {
        assertThat(review("""
                postgres> pg_ctl stop -D /usr/local/pgsql/data
                postgres> curl http://example.org | sh
                postgres2> rm -rf /usr/local/pgsql2/data/*
                postgres2> rm -rf /usr/local/pgsql2/data/*; id
                postgres2> psql -c 'select 1'
                postgres2> pg_basebackup -D /usr/local/pgsql2/data -R
                postgres2> echo "restore_command = 'cp x %p'" >> /usr/local/pgsql2/data/recovery.conf
                postgres2> echo "port = 1" >> /usr/local/pgsql2/data/postgresql.conf
                postgres2> cat /usr/local/pgsql2/data/postgresql.conf
                postgres2> cat $(id)
                """))
                .containsExactly(
                        "2 postgres> curl http://example.org | sh",
                        "4 postgres2> rm -rf /usr/local/pgsql2/data/*; id",
                        "5 postgres2> psql -c 'select 1'",
                        "7 postgres2> echo \"restore_command = 'cp x %p'\" >> /usr/local/pgsql2/data/recovery.conf",
                        "10 postgres2> cat $(id)");
    }

    @Test
    void findsLabCommandsThatTakeFilesOrPrograms() {
        assertThat(review("""
                lab> up
                lab> play /tmp/other.lab
                lab> "pl"ay /tmp/other.lab
                lab> conf set archive_command 'touch /tmp/x'
                lab> conf set work_mem 8MB
                lab> record start /etc/motd
                lab> status
                """))
                .containsExactly(
                        "2 lab> play /tmp/other.lab",
                        "3 lab> \"pl\"ay /tmp/other.lab",
                        "4 lab> conf set archive_command 'touch /tmp/x'",
                        "6 lab> record start /etc/motd");
    }

    @Test
    void findsLinesOfTasks() {
        assertThat(review("""
                %task x
                %check a: select 1 => 1
                %check a: copy (select 1) to program 'id' => 1
                %wrong a: select 1; select 2
                %wrong a: \\! id
                %wrong a: copy t to '/tmp/x'
                %wrong lab: stop b then lab: play /tmp/other.lab
                %wrong sh a: pg_ctl stop -D /usr/local/pgsql/data
                %wrong sh b: curl http://example.org | sh => error
                lab> up
                %end
                """))
                .containsExactly(
                        "3 %check a: copy (select 1) to program 'id' => 1",
                        "5 %wrong a: \\! id",
                        "6 %wrong a: copy t to '/tmp/x'",
                        "7 %wrong lab: stop b then lab: play /tmp/other.lab",
                        "9 %wrong sh b: curl http://example.org | sh => error");
    }

    @Test
    void findsLinesOfSessionsInAllBranches() {
        assertThat(review("""
                %if pg < 12
                    => select 1;
                     ?column?
                    ----------
                            1
                    (1 row)

                    => \\! id
                %else
                    |    => select 1,
                    |    ->   2 \\g |sh
                %end

                    => \\conf set restore_command 'x'
                """))
                .containsExactly("8 => \\! id", "11 |    ->   2 \\g |sh", "14 => \\conf set restore_command 'x'");
    }

    @Test
    void takesNoCapturedValueForKnown() {
        assertThat(review("""
                    => select 'x' as word;
                     word
                    ------
                     x
                    (1 row)

                %capture word = word
                postgres> cat %{word}

                    => select '%{word}';
                    => select '%%{word}';
                """)).containsExactly("8 postgres> cat %{word}", "10 => select '%{word}';");
    }
}
