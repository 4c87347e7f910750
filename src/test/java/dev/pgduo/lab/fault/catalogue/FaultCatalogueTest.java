package dev.pgduo.lab.fault.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of faults, in the program and in docs/faults.md. */
class FaultCatalogueTest {
    private static final Path DOC = Path.of("docs/faults.md");
    private static final String BEGIN = "<!-- made from the catalogue: begin -->\n";
    private static final String END = "<!-- made from the catalogue: end -->\n";

    @Test
    void namesAreWordsAndUnique() {
        assertThat(FaultCatalogue.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void noNameIsTakenForACommandOrANode() {
        assertThat(FaultCatalogue.names()).doesNotContain("list", "show", "check", "all", "a", "b");
    }

    @Test
    void saysAllThatAClassIsToSee() {
        for (Fault fault : FaultCatalogue.all()) {
            FaultCard card = fault.card();
            assertThat(card.sentence()).as(card.name()).isNotBlank().doesNotEndWith(".");
            assertThat(Stream.of(
                            card.lesson().client(),
                            card.lesson().survives(),
                            card.lesson().heal()))
                    .as(card.name())
                    .allMatch(text -> text.endsWith("."));
        }
    }

    /** On each major; {@link FaultCheck} asks them. */
    @Test
    void hasAQueryThatShowsIt() {
        for (Fault fault : FaultCatalogue.all()) {
            for (String major : List.of("9.6.24", "12.22", "15.18", "18.6")) {
                boolean none = Set.of("slot-lost", "slot-idle", "delay")
                        .contains(fault.card().name());
                assertThat(fault.card().lesson().looks(ServerVersion.parse(major)))
                        .as("%s on %s", fault.card().name(), major)
                        .matches(looks -> none || !looks.isEmpty());
            }
        }
    }

    @Test
    void saysWhichOneWasMeant() {
        assertThatThrownBy(() -> FaultCatalogue.get("chekpointer"))
                .hasMessageContaining("there is no fault \"chekpointer\"");
        assertThat(FaultCatalogue.get("checkpointer").card().name()).isEqualTo("checkpointer");
    }

    @Test
    void theDocumentHasIt() throws Exception {
        String made = BEGIN
                + Stream.of(FaultGroup.values()).map(FaultCatalogueTest::group).collect(Collectors.joining())
                + END;
        String text = Files.readString(DOC);
        if (Boolean.getBoolean("pgduo.docs.update")) {
            text = text.substring(0, text.indexOf(BEGIN)) + made + text.substring(text.indexOf(END) + END.length());
            Files.writeString(DOC, text);
        }
        assertThat(text).contains(made);
    }

    private static String group(FaultGroup group) {
        String rows = FaultCatalogue.of(group).stream()
                .map(fault -> row(fault.card()))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n## " + group + ": " + group.words() + "\n\n"
                        + "| fault | happens to | what happens | clients | what survives | in psql | the log | the way back |\n"
                        + "|---|---|---|---|---|---|---|---|\n" + rows;
    }

    private static String look(Look look) {
        return look.where() + ": `" + look.query() + "` " + (look.described() ? "" : "→ ") + look.answer()
                + (look.majors().equals(Lesson.ALL) ? "" : " (" + look.majors() + ")");
    }

    private static String row(FaultCard card) {
        String looks =
                card.lesson().looks().stream().map(FaultCatalogueTest::look).collect(Collectors.joining("<br>"));
        String log = card.lesson().log().stream()
                .map(line ->
                        "`" + line.text() + "`" + (line.majors().equals("9.6-18") ? "" : " (" + line.majors() + ")"))
                .collect(Collectors.joining("<br>"));
        return "| `" + card.name() + "` | " + card.side() + " | " + card.words() + " | "
                + card.lesson().client() + " | " + card.lesson().survives() + " | "
                + looks + " | "
                + (log.isEmpty() ? "nothing" : log) + " | " + card.lesson().heal() + " |\n";
    }
}
