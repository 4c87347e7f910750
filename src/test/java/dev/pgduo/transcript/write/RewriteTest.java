package dev.pgduo.transcript.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Rounds;
import dev.pgduo.transcript.Texts;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RewriteTest {
    private static final List<String> PIECES = List.of(
            "...",
            " (re)",
            " (glob)",
            "=> ",
            "|",
            "    ",
            "%",
            "%{x}",
            "~~~",
            "lab> ",
            "postgres> ",
            "psql ",
            "",
            "a",
            ".",
            "[",
            "\\",
            "\t",
            "-",
            "^",
            "]",
            "я",
            "😀",
            "&",
            "---",
            "%%{");

    @Test
    void onlyTheBlockChanges() {
        Transcript lab = TranscriptReader.parse(
                "lab> up\r\nold\r\nkept (glob)\r\n\r\nWords  \n\n    |  => select 1;\n    |   1", "x");
        List<ResolvedStep> steps = running(lab);
        List<ExpectedLine> old = steps.get(0).expected().lines();
        Rewrite rewrite = new Rewrite(lab)
                .replace(
                        steps.get(0).expected(),
                        List.of(new Rewrite.NewLine.Actual("new"), new Rewrite.NewLine.Kept(old.get(1))))
                .replace(steps.get(1).expected(), actual(List.of(" 1", "(1 row)", "")));
        assertThat(rewrite.text())
                .isEqualTo(
                        "lab> up\r\nnew\r\nkept (glob)\r\n\r\nWords  \n\n    |  => select 1;\n    |   1\n    |  (1 row)\n    |  ");
    }

    @Test
    void aBranchIsFilledWhereItStands() {
        Transcript lab = Texts.parse("    => show x;", "%if pg < 12", "    a", "%else", "%end");
        assertThat(new Rewrite(lab)
                        .replace(running(lab).get(0).expected(), actual(List.of("b")))
                        .text())
                .isEqualTo("    => show x;\n%if pg < 12\n    a\n%else\n    b\n%end\n");
    }

    @Test
    void anyOutputReadsBackAsItself() {
        Random random = new Random(7);
        String[] prompts = {"lab> up", "postgres2> ls", "    => select 1;", "    |    => select 1;", "\t=> select 1;"};
        for (int i = 0; i < Rounds.of(3000); i++) {
            List<String> output = output(random);
            Transcript lab = Texts.parse("Words", "", prompts[i % prompts.length], "", "Title", "~~~");
            String text = new Rewrite(lab)
                    .replace(running(lab).get(0).expected(), actual(output))
                    .text();
            Transcript again = TranscriptReader.parse(text, "x.lab");
            assertThat(running(again)).hasSize(1);
            assertMatches(running(again).get(0).expected().lines(), output);
            assertThat(again.steps()).last().isInstanceOf(Step.Heading.class);
        }
    }

    @Test
    void aRecordReadsBackAsItsSteps() {
        Header header = Header.defaults();
        String text = new TranscriptBuilder(header, "")
                .heading("Title")
                .prose("%if these are words\nlab> also\n    => and these")
                .open(1, "psql -p 5432")
                .sql(1, "select (\n'a\nb');", List.of(" x", "---", " a+", " b", "(1 row)", ""))
                .sql(2, "insert into t values (1);", List.of())
                .os(header.nodes().get(1), "cat f", List.of("a", "", "b"))
                .late(2, List.of("INSERT 0 1"))
                .lab("status", List.of())
                .note("hush")
                .text();
        Transcript lab = TranscriptReader.parse(text, "x.lab");
        assertThat(text).contains("    => select (\n    (> 'a\n    '> b');\n     x\n", "a\n (re)\nb\n");
        assertThat(running(lab)).extracting(ResolvedStep::blocks).containsExactly(false, false, true, false, false);
        assertThat(lab.steps()).filteredOn(Step.Prose.class::isInstance).hasSize(1);
    }

    @Test
    void aRecordHasTheReferenceLabsLayout() {
        Header header = Header.defaults();
        TranscriptBuilder builder = new TranscriptBuilder(header, "---\ntitle: x\n---\n")
                .heading(" A \nrest")
                .heading("Long title")
                .prose("One\n\n  | two\n\n---\nx> y\n    indented")
                .note(" a\n  b ")
                .ignore()
                .lab("new\n--x", List.of("made", ""))
                .open(1, "psql -p 5432")
                .open(3, "psql")
                .sql(1, "select 1;", List.of(" 1", ""))
                .sql(2, "copy t from stdin;\n1\n\\.", List.of("COPY 1"))
                .late(2, List.of())
                .late(2, List.of("", "late"))
                .late(1, List.of("more"))
                .os(header.nodes().get(1), "ls", List.of());
        assertThat(builder.text()).isEqualTo("""
                ---
                title: x
                ---
                A
                ~~~

                Long title
                ~~~~~~~~~~

                One
                > | two
                > ---
                > x> y
                indented

                %note a b

                %ignore
                lab> new --x
                made
                 (re)

                    psql -p 5432

                    ||    psql

                    => select 1;
                     1
                BLANK4

                    |    => copy t from stdin;
                    |    >> 1
                    |    >> \\.
                    |    COPY 1


                    |     (re)
                    |    late

                    more

                postgres2> ls
                """.replace("BLANK4", "    "));
        assertThat(TranscriptBuilder.prefix(1).text()).isEqualTo("    ");
        assertThat(TranscriptBuilder.prefix(3).text()).isEqualTo("    ||    ");
    }

    @Test
    void aWholeBlockWithItsBranchesIsReplaced() {
        Transcript lab = Texts.parse("lab> up", "a", "%if pg < 12", "b", "%else", "c", "%end", "d", "", "lab> down");
        Step up = lab.steps().get(0);
        assertThat(new Rewrite(lab).replace(up, List.of("x", "d")).text()).isEqualTo("lab> up\nx\nd\n\nlab> down\n");
        assertThat(new Rewrite(lab).replace(up, List.of()).text()).isEqualTo("lab> up\n\nlab> down\n");
        Step down = lab.steps().get(2);
        assertThat(new Rewrite(lab).replace(down, List.of("y")).text()).endsWith("lab> down\ny\n");
        assertThat(new Rewrite(lab).replace(up, List.of("a", "b", "z")).text()).startsWith("lab> up\na\nb\nz\n\n");
    }

    private static List<String> output(Random random) {
        List<String> lines = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            StringBuilder line = new StringBuilder();
            for (int k = random.nextInt(4); k > 0; k--) {
                line.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static void assertMatches(List<ExpectedLine> lines, List<String> output) {
        assertThat(lines).as("%s", output).hasSameSizeAs(output);
        for (int i = 0; i < lines.size(); i++) {
            ExpectedLine line = lines.get(i);
            boolean same = line instanceof ExpectedLine.Regex regex
                    ? Pattern.matches(regex.pattern(), output.get(i))
                    : line instanceof ExpectedLine.Exact && line.written().equals(output.get(i));
            assertThat(same).as("%s for %s", line, output.get(i)).isTrue();
        }
    }

    private static List<Rewrite.NewLine> actual(List<String> lines) {
        return lines.stream()
                .map(line -> (Rewrite.NewLine) new Rewrite.NewLine.Actual(line))
                .toList();
    }

    private static List<ResolvedStep> running(Transcript lab) {
        return lab.resolve(Texts.PG15).steps().stream()
                .filter(step -> step.step().runs())
                .toList();
    }
}
