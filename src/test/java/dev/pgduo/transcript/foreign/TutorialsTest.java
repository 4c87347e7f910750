package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Golden;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.transcript.write.TranscriptFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tutorials in six formats and prompt styles, with the lab and the report that become of them. */
class TutorialsTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/dev/pgduo/transcript/foreign");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "standby.md, true, -",
                "logical.html, false, -",
                "locks.rst, false, S2=>=2",
                "switchover.adoc, true, student$=a",
                "switchover.adoc, false, -",
                "nodes.txt, false, bogus>=text",
                "comments.md, false, T2=a:3"
            })
    void becomesThisLabWithThisReport(String name, boolean translate, String map) throws IOException {
        String text = Files.readString(DOCUMENTS.resolve(name), StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "");
        PaneMap panes = PaneMap.of(map == null ? List.of() : List.of(map));
        Imported imported = ForeignImport.read(name, text, panes, translate);
        String kind = translate ? ".translated" : "";
        Golden.assertSame(TutorialsTest.class, name + kind + ".lab", imported.lab());
        Golden.assertSame(TutorialsTest.class, name + kind + ".report", report(imported));
        assertThat(TranscriptFormatter.format(TranscriptReader.parse(imported.lab(), name)))
                .as("the layout of fmt")
                .isEqualTo(imported.lab());
    }

    private static String report(Imported imported) {
        return imported.report().stream().map(ErrorReport::render).collect(Collectors.joining("\n", "", "\n"));
    }
}
