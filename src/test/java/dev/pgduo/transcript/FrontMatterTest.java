package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.PathAlias;
import dev.pgduo.transcript.model.Requirements;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterTest {
    private static String[] lab(String... matter) {
        List<String> lines = new ArrayList<>(List.of("---"));
        lines.addAll(List.of(matter));
        lines.addAll(List.of("---", "lab> up"));
        return lines.toArray(String[]::new);
    }

    private static Header header(String... matter) {
        return Texts.parse(lab(matter)).header();
    }

    @Test
    void nothingSaidIsTheReferenceLab() {
        Header header = header();
        assertThat(header).isEqualTo(Header.defaults());
        assertThat(header.title()).isNull();
        assertThat(header.postgres()).isNull();
        assertThat(header.locale()).isNull();
        assertThat(header.retry()).isEqualTo(Duration.ofSeconds(10));
        assertThat(header.nodeAtPort(5432)).contains(NodeHeader.a());
        assertThat(header.nodeAtPort(1)).isEmpty();
        assertThat(header.node("b")).contains(NodeHeader.b());
        assertThat(header.node("c")).isEmpty();
        assertThat(header.isVolatile("pid")).isTrue();
        assertThat(header.run().style()).isEqualTo(PsqlStyle.STANDARD);
    }

    @Test
    void everythingIsRead() {
        Header header = header(
                "title: 'A title: x'",
                "postgres: 9.6-11,15",
                "locale: en_US.UTF-8@x",
                "retry: 1.5min",
                "psql-style: server",
                "requires: [pg_rewind, pageinspect, psql]");
        assertThat(header.title()).isEqualTo("A title: x");
        VersionSet postgres = Objects.requireNonNull(header.postgres());
        assertThat(postgres.contains(ServerVersion.parse("9.6"))).isTrue();
        assertThat(postgres.contains(ServerVersion.ofMajor(12))).isFalse();
        assertThat(header.locale()).isEqualTo("en_US.UTF-8@x");
        assertThat(header.retry()).isEqualTo(Duration.ofSeconds(90));
        assertThat(header.run().style()).isEqualTo(PsqlStyle.SERVER);
        assertThat(header.requires()).isEqualTo(new Requirements(List.of("pg_rewind", "psql"), List.of("pageinspect")));
        assertThat(header("requires: {tools: [x], extensions: [psql]}").requires())
                .isEqualTo(new Requirements(List.of("x"), List.of("psql")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500ms | 500",
                "10s | 10000",
                "2min | 120000",
                "2m | 120000",
                "1h | 3600000",
                "0.25 s | 250",
                "0s | 0"
            })
    void durationsHaveUnits(String text, long millis) {
        assertThat(header("retry: " + text).retry()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void volatileClassesInEveryForm() {
        assertThat(header("volatile: [pid, lsn]").volatileClasses()).isEqualTo(Map.of("pid", true, "lsn", true));
        assertThat(header("volatile: {pid: off, lsn: yes, xid: no, size: on}").volatileClasses())
                .isEqualTo(Map.of("pid", false, "lsn", true, "xid", false, "size", true));
        assertThat(header("volatile: {off: [pid, xid], on: [lsn]}").volatileClasses())
                .isEqualTo(Map.of("pid", false, "xid", false, "lsn", true));
        assertThat(header("volatile: {pid: false, lsn: true}").isVolatile("pid"))
                .isFalse();
    }

    @Test
    void nodesInEveryForm() {
        Header header = header(
                "nodes:", "  a: {prompt: one, port: 1}", "  B: {prompt: 'two$', paths: {/d/: data, log: /l, /: home}}");
        NodeHeader a = header.nodes().get(0);
        NodeHeader b = header.nodes().get(1);
        assertThat(a.prompt()).isEqualTo("one>");
        assertThat(a.port()).isEqualTo(1);
        assertThat(a.paths()).isEqualTo(NodeHeader.a().paths());
        assertThat(b.prompt()).isEqualTo("two$");
        assertThat(b.port()).isEqualTo(5433);
        assertThat(b.paths())
                .startsWith(
                        new PathAlias("/d", PathAlias.Place.DATA),
                        new PathAlias("/l", PathAlias.Place.LOG),
                        new PathAlias("/", PathAlias.Place.HOME))
                .endsWith(NodeHeader.b().paths().toArray(PathAlias[]::new));
        assertThat(b.path(PathAlias.Place.DATA)).contains("/d");
        assertThat(b.path(PathAlias.Place.ARCHIVE)).isEmpty();
        assertThat(header("nodes: {A: {port: 65535}}").nodes().get(0).port()).isEqualTo(65535);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: [x]                       | 2:8 | \"title\" must be a text",
                "title: ''                        | 2:8 | \"title\" must be a text",
                "locale: '1 x'                    | 2:9 | \"locale\" must be the name of a locale",
                "retry: soon                      | 2:8 | \"retry\" must be a duration",
                "retry: [x]                       | 2:8 | \"retry\" must be a text",
                "postgres: [x]                    | 2:11 | \"postgres\" must be a text",
                "volatile: {pid: maybe}           | 2:17 | \"pid\" must be on or off",
                "volatile: {pid: [x]}             | 2:17 | \"pid\" must be on or off",
                "nodes: {a: {prompt: lab}}        | 2:21 | prompt \"lab>\" is the lab's own",
                "nodes: {a: {prompt: '%x>'}}      | 2:21 | \"prompt\" cannot begin with %, as directives do",
                "nodes: {a: {prompt: \"a\\tb>\"}} | 2:21 | \"prompt\" must be one line without tabs and control characters",
                "nodes: {a: {prompt: \"a\\x1Bb>\"}} | 2:21 | \"prompt\" must be one line without tabs and control characters",
                "nodes: {a: {prompt: postgres2}}  | 2:8 | both nodes have the prompt \"postgres2>\"",
                "nodes: {a: {port: 5433}}         | 2:8 | both nodes have the port 5433",
                "nodes: {a: {port: 0}}            | 2:19 | \"port\" must be a number from 1 to 65535",
                "nodes: {a: {port: 65536}}        | 2:19 | \"port\" must be a number from 1 to 65535",
                "nodes: {a: {port: [1]}}          | 2:19 | \"port\" must be a number from 1 to 65535",
                "nodes: {a: {paths: {/d: dat}}}   | 2:25 | unknown place \"dat\"",
                "nodes: {a: {paths: {data: d}}}   | 2:27 | path \"d\" must begin with a slash",
                "nodes: {c: {port: 1}}            | 2:9 | unknown key \"c\" in \"nodes\"",
                "requires: {tool: [x]}            | 2:12 | unknown key \"tool\" in \"requires\"",
                "volatile: [pif]                  | 2:12 | unknown volatile class \"pif\"",
            })
    void saysWhatIsWrongAndWhere(String line, String place, String message) {
        assertThat(Texts.errors(lab(line)))
                .singleElement()
                .asString()
                .startsWith("x.lab:" + place + ": ERROR:  " + message);
    }

    @Test
    void aNoteOfWhatIsNoYamlAtAll() {
        assertThat(Texts.errors(lab("a: b: c")))
                .singleElement()
                .asString()
                .contains("front matter is not YAML\nDETAIL:  ");
        assertThat(Texts.errors(lab("just words"))).singleElement().asString().startsWith("x.lab:2:1: ERROR:  ");
        assertThat(Texts.errors(lab("title: x", "title: y")))
                .singleElement()
                .asString()
                .startsWith("x.lab:3:1: ERROR:  ");
    }
}
