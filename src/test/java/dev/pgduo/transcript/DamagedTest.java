package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Damage;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.read.TranscriptReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A lab that is damaged is a lab, or has problems that say where they are. */
class DamagedTest {
    private static final String LAB = """
            ---
            title: "x: y"
            postgres: "9.6-18"
            retry: 10s
            locale: C.UTF-8
            nodes:
              a: {prompt: "one>", port: 5432, paths: {/usr/local/pgsql/data: data}}
              b: {prompt: "two>", port: 5433}
            requires: [pg_rewind, {extensions: [pageinspect]}]
            volatile: {pid: off}
            ---
            Heading
            ~~~~~~~

            Prose.

            %if pg < 12 and not (os == windows or tool(pg_rewind))
            one> cat <<E
            > x
            > E
            x
            %elif pg in 9.6-11
            two> pg_ctl start -w
            %else
            lab> status
            %end

                psql -h localhost -p 5432 "host=x user=y"

            %capture lsn = /([0-9A-F]+)/
            %eventually 10s
                => select 'a
                '> b' as "c
                "> d", $$ x
                $> $$;
                 c  | d
                ----+---
                 a +|
                 b  |
                (1 row)

            %expect-error 42P01
            %unordered
                |    => copy t from stdin;
                |    >> 1
                |    >> \\.
                |    COPY 1
            """;

    @Test
    void labs() {
        Damage.ask(List.of(LAB, LAB.substring(LAB.indexOf("Prose"))), Set.of(), text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (ErrorReport report : TranscriptReader.read(bytes, "x.lab").reports()) {
                assertThat(report.position()).as(report.render()).isNotNull();
            }
            TranscriptReader.read(text.getBytes(StandardCharsets.ISO_8859_1), "x.lab")
                    .reports();
        });
    }
}
