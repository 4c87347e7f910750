package dev.pgduo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLines;
import dev.pgduo.replay.event.LabEvents;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jline.builtins.ScreenTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

class ExportTest {
    private static final String LAB = """
            ---
            title: A <pair> & more
            ---
            First *things*
            ~~~~~~~~~~~~~~

            A row in `t_1` is <b>written</b>.

            %note not shown

                => insert into t values (1);

            |    psql -h localhost -p 5433

            |    => select 'a`b' as "x<y";
            |     x<y\s
            |    -----
            |     a`b
            |    (1 row)
            |   \s

            lab> promote b
              postgres2> pg_ctl promote

            postgres> cat x
            ```
            ----

                INSERT 0 1
            """;

    private static List<Event> events() {
        Transcript lab = TranscriptReader.parse(LAB, "x.lab");
        return LabEvents.of(lab, lab.resolve(new Environment(ServerVersion.ofMajor(18), "linux", tool -> true)));
    }

    private static String written(String format) {
        String text = Formats.of(format).write(events());
        assertThat(Formats.of(format).write(events())).isEqualTo(text);
        return text;
    }

    @Test
    void aPaneKnowsItsNode() {
        assertThat(events())
                .filteredOn(event -> event.kind() == Event.Kind.TYPED)
                .extracting(event -> event.pane().name() + " " + event.pane().node())
                .containsExactly("session 1 a", "session 2 b", "session 2 b", "lab ", "os a a");
        assertThat(events())
                .filteredOn(event -> event.fact("late").equals("true"))
                .extracting(event -> event.pane().name())
                .containsExactly("session 1");
    }

    @Test
    void textIsTheLabWithoutWhatIsForPgduo() {
        assertThat(written("text"))
                .isEqualTo(LAB.substring(LAB.indexOf("First")).replace("%note not shown\n\n", ""));
    }

    @Test
    void markdownQuotesWhatWouldBeMarkup() {
        assertThat(written("markdown"))
                .startsWith(
                        "# A \\<pair\\> & more\n\n## First \\*things\\*\n\nA row in `t_1` is \\<b\\>written\\</b\\>.\n")
                .contains("````text\n    => insert into t values (1);\n\n|    psql")
                .endsWith("INSERT 0 1\n````\n");
    }

    @Test
    void asciiDocHasLongerRulesThanTheScreen() {
        assertThat(written("asciidoc"))
                .startsWith("= A <pair> & more\n\n== First *things*\n")
                .contains("[listing]\n-----\n    => insert")
                .endsWith("INSERT 0 1\n-----\n");
    }

    /** A lab of others decides neither what a terminal, a browser or another program does, nor which files they read. */
    @Test
    void nothingOfALabIsObeyed() throws Exception {
        String source = """
                ---
                title: "a\\e]0;b\\x07 </title>"
                ---

                c \u001b[2J +++<script>+++ pass:[<i>]

                include::/etc/passwd[]
                ```

                    => select 1;
                     \u001b[31m\uFFFE

                postgres> cat x
                include::x[]
                """;
        Transcript lab = TranscriptReader.parse(source, "x.lab");
        List<Event> events =
                LabEvents.of(lab, lab.resolve(new Environment(ServerVersion.ofMajor(18), "linux", tool -> true)));
        for (String format : List.of("html", "svg", "svg-animated", "markdown", "asciidoc", "bash", "text")) {
            assertThat(Formats.of(format).write(events).replace("\\", ""))
                    .as(format)
                    .contains(format.equals("text") ? "c ^[[2J" : "a^[]0;b^G")
                    .doesNotContain("\u001b", "\u0007");
        }
        for (String format : List.of("svg", "svg-animated")) {
            byte[] picture = Formats.of(format).write(events).getBytes(StandardCharsets.UTF_8);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(picture));
        }
        assertThat(Formats.of("asciidoc").write(events))
                .contains(
                        "\n{empty}include::/etc/passwd[]\n{empty}```\n",
                        "\n\\include::x[]\n",
                        "{plus}{plus}+<script>{plus}{plus}+ pass:{startsb}<i>]");
    }

    @Test
    void htmlNeedsNothingElse() {
        String page = written("html");
        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "<title>A &lt;pair&gt; &amp; more</title>",
                        "<a href=\"#section-1\">First *things*</a>",
                        "A row in <code>t_1</code> is &lt;b&gt;written&lt;/b&gt;.",
                        "<div class=\"step b\">",
                        "data-text=\"select 'a`b' as &quot;x&lt;y&quot;;\"",
                        "<b>node a, operating system</b>")
                .doesNotContain("http:", "https:", "<b>written", "not shown");
        assertThat(page.split("<div class=\"step ", -1)).hasSize(1 + 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "svg-animated"})
    void aPictureIsXmlThatNeedsNothingElse(String format) throws Exception {
        String picture = written(format);
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < xml.getElementsByTagName("text").getLength(); i++) {
            Node node = xml.getElementsByTagName("text").item(i);
            texts.add(node.getTextContent().replace('\u00a0', ' '));
            double end = Double.parseDouble(
                            node.getAttributes().getNamedItem("x").getNodeValue())
                    + Double.parseDouble(
                            node.getAttributes().getNamedItem("textLength").getNodeValue());
            assertThat(end).isLessThan(704);
        }
        assertThat(texts)
                .contains("First *things*", "insert into t values (1);", "|     x<y", "postgres>")
                .doesNotContain("not shown");
        assertThat(picture.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "script", "href", "url(", "@import");
        assertThat(picture.contains("animation")).isEqualTo(format.equals("svg-animated"));
    }

    @Test
    void aPictureTellsWhatTheNodesAre() {
        Event ended = Event.told(Event.Kind.ENDED, 3, List.of(), 5)
                .with("a.role", "primary")
                .with("a.timeline", "2")
                .with("b.role", "node")
                .with("b.state", "down");
        List<Event> events = new ArrayList<>(events());
        events.add(ended);
        assertThat(Formats.of("svg").write(events))
                .contains("a\u00a0primary\u00a0timeline\u00a02\u00a0\u2014\u00a0b\u00a0down<");
    }

    @Test
    void aScriptRunsWhatACommandOfPgduoStandsFor() {
        assertThat(written("bash"))
                .startsWith("#!/usr/bin/env bash\n\n# A <pair> & more\n")
                .contains(
                        "\nMAJOR='18'\n",
                        "declare -A LAB_PORT=([a]='5432' [b]='5433')",
                        "    '/home/postgres2/logfile=b/logfile'\n    '/home/postgres/logfile=a/logfile'\n    '/usr/local/pgsql2/data=b/data'\n")
                .endsWith("""
                        # ---- the lab
                        running a


                        heading 'First *things*'

                        # A row in `t_1` is <b>written</b>.

                        blocks 1 a <<'SQL'
                        insert into t values (1);
                        SQL

                        initialised b
                        connect 2 b <<'SQL'
                        psql -h localhost -p 5433
                        SQL

                        ask 2 b <<'SQL'
                        select 'a`b' as "x<y";
                        SQL

                        lab 'promote b'
                        indent='  ' silent b <<'LINE'
                        pg_ctl promote
                        LINE
                        settled

                        run a <<'LINE'
                        cat x
                        LINE

                        late 1
                        """);
    }

    /** A script without them would go on with servers that are not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {"lab> up\n...\nnode b streams from node a\n", "lab> up\n", "lab> conf set work_mem 1MB\n...\n"})
    void aScriptIsNotMadeWithoutTheCommandsThatALabHides(String step) {
        Transcript lab = TranscriptReader.parse(step, "x.lab");
        List<Event> events =
                LabEvents.of(lab, lab.resolve(new Environment(ServerVersion.ofMajor(18), "linux", tool -> true)));
        String command = step.lines().findFirst().orElseThrow().substring("lab> ".length());
        assertThatThrownBy(() -> Formats.of("bash").write(events))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines())
                                .containsExactly(
                                        "x.lab:1: ERROR:  this line is known only when the lab is played",
                                        "DETAIL:  What \"" + command + "\" runs is not written in the lab.",
                                        "HINT:  Export what \"play FILE.lab --events FILE.jsonl\" writes."));
    }

    @Test
    void aScriptLeavesOutWhatPgduoAloneDoes() {
        Transcript lab = TranscriptReader.parse("lab> cut\n...\n\nlab> conf show port\n...\n", "x.lab");
        List<Event> events =
                LabEvents.of(lab, lab.resolve(new Environment(ServerVersion.ofMajor(18), "linux", tool -> true)));
        assertThat(Formats.of("bash").write(events))
                .contains("lab 'cut'\n# pgduo alone does this.", "lab 'conf show port'\n# pgduo alone does this.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres> echo %{x}\n", "lab> start a\n  postgres> pg_ctl start -D * (glob)\n"})
    void aScriptHasNothingThatOnlyAPlayKnows(String step) {
        Transcript lab = TranscriptReader.parse(step, "x.lab");
        List<Event> events =
                LabEvents.of(lab, lab.resolve(new Environment(ServerVersion.ofMajor(18), "linux", tool -> true)));
        assertThatThrownBy(() -> Formats.of("bash").write(events))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines().get(0))
                                .isEqualTo("x.lab:1: ERROR:  this line is known only when the lab is played"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asciicast", "asciicast3"})
    void aRecordingEndsWithTheSameScreen(String format) throws IOException {
        List<String> lines = written(format).lines().toList();
        assertThat(lines.get(0)).contains(format.endsWith("3") ? "\"version\":3" : "\"version\":2", "80");
        ScreenTerminal screen = new ScreenTerminal(80, 24);
        List<String> markers = new ArrayList<>();
        double before = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> entry = entry(line);
            double time = Double.parseDouble(entry.get(0));
            assertThat(time).isGreaterThanOrEqualTo(format.endsWith("3") ? 0 : before);
            before = time;
            if (entry.get(1).equals("m")) {
                markers.add(entry.get(2));
            } else {
                screen.write(entry.get(2));
            }
        }
        assertThat(markers).containsExactly("First *things*");
        List<String> text = written("text").lines().map(String::stripTrailing).toList();
        assertThat(shown(screen))
                .endsWith(text.subList(text.indexOf("lab> promote b"), text.size())
                        .toArray(String[]::new));
    }

    private static List<String> shown(ScreenTerminal screen) {
        List<String> rows = new ArrayList<>();
        for (String row : screen.toString().split("\n", -1)) {
            rows.add(row.stripTrailing());
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    private static List<String> entry(String line) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(json.getText());
            }
        }
        assertThat(values).hasSize(3);
        return values;
    }

    @Test
    void eventsComeBackFromTheirLines() {
        List<String> lines = events().stream().map(EventLines::write).toList();
        assertThat(EventLines.read(lines.stream(), "x.jsonl")).isEqualTo(events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"event\":\"x\"}", "{\"event\":\"lab\",\"at\":\"x\"}", "nothing"})
    void saysWhichLineIsNoEvent(String line) {
        assertThatThrownBy(() -> EventLines.read(List.of("", line).stream(), "x.jsonl"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines().get(0))
                                .startsWith("x.jsonl:2: ERROR:  the line is not an event of a lab"));
    }

    @Test
    void saysWhichFormatsThereAre() {
        assertThatThrownBy(() -> Formats.of("htm")).hasMessageContaining("there is no format \"htm\"");
    }
}
