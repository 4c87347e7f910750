package dev.pgduo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house's plan: which room may use which, and where the outside world comes in. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pgduo");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("report", List.of()),
            Map.entry("table", List.of()),
            Map.entry("version", List.of("report")),
            Map.entry("scan", List.of("report")),
            Map.entry("wire", List.of("report", "table")),
            Map.entry("transcript", List.of("report", "version", "scan")),
            Map.entry("session", List.of("report", "wire", "scan", "table", "version")),
            Map.entry("cluster", List.of("report", "wire", "version")),
            Map.entry("lab", List.of("report", "cluster", "session", "wire", "scan", "version")),
            Map.entry("export", List.of("report", "table", "replay")),
            Map.entry(
                    "course",
                    List.of(
                            "report",
                            "transcript",
                            "session",
                            "cluster",
                            "lab",
                            "replay",
                            "wire",
                            "scan",
                            "version",
                            "table")),
            Map.entry(
                    "replay",
                    List.of("report", "transcript", "session", "cluster", "lab", "wire", "scan", "version", "table")));

    @TestFactory
    List<DynamicTest> roomsUseOnlyTheRoomsBelow() {
        List<DynamicTest> tests = new ArrayList<>();
        MAY_USE.forEach((room, below) -> tests.add(DynamicTest.dynamicTest(room, () -> {
            List<String> allowed = new ArrayList<>(below);
            allowed.add(room);
            classes()
                    .that()
                    .resideInAPackage(room(room))
                    .should()
                    .onlyDependOnClassesThat(new Inside(allowed))
                    .check(HOUSE);
        })));
        return tests;
    }

    @Test
    void everyRoomIsInTheTable() {
        List<String> rooms = new ArrayList<>(MAY_USE.keySet());
        rooms.add("shell");
        assertThat(HOUSE.getPackage("dev.pgduo").getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .containsExactlyInAnyOrderElementsOf(rooms);
    }

    /** Whoever reads a name must know which class is meant. */
    @Test
    void noNameIsThereTwice() {
        assertThat(HOUSE.stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName)))
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.pgduo.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheClientOfTheProtocolTalksToTheDatabase() {
        onlyIn(List.of(room("wire")), "java.sql..", "org.postgresql..");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.sql..")
                .check(HOUSE);
    }

    @Test
    void onlyTheProcessRoomStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pgduo.cluster.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.exec..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(HOUSE);
    }

    @Test
    void onlyDownloadsKnowMavenAndArchives() {
        onlyIn(
                List.of("dev.pgduo.cluster.binaries.download.."),
                "org.eclipse.aether..",
                "org.apache.maven..",
                "org.sonatype.plexus..",
                "org.apache.commons.compress..",
                "org.tukaani.xz..");
    }

    @Test
    void onlyTheImportKnowsMarkupLanguages() {
        onlyIn(List.of("dev.pgduo.transcript.foreign.document"), "org.commonmark..", "org.jsoup..");
    }

    @Test
    void springAndJlineStayAtTheFrontDoor() {
        onlyIn(List.of("dev.pgduo", room("shell")), "org.springframework..", "org.jline..");
    }

    @Test
    void nobodyPrintsToTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE);
    }

    @Test
    void everyPackageSaysThatNothingIsNull() {
        for (JavaPackage room : HOUSE.getPackage("dev.pgduo").getSubpackagesInTree()) {
            if (!room.getClasses().isEmpty()) {
                assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue();
            }
        }
    }

    /** Each of these packages is used by these rooms and by nobody else; a rule about what nobody uses would guard nothing. */
    private static void onlyIn(List<String> rooms, String... packages) {
        for (String foreign : packages) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(rooms.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(foreign)
                    .check(HOUSE);
            PackageMatcher matcher = PackageMatcher.of(foreign);
            assertThat(HOUSE)
                    .as("somebody uses " + foreign)
                    .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(used ->
                                    matcher.matches(used.getTargetClass().getPackageName())));
        }
    }

    private static String room(String name) {
        return "dev.pgduo." + name + "..";
    }

    /** Classes outside the house, or in one of these rooms. */
    private static final class Inside extends DescribedPredicate<JavaClass> {
        private final List<String> rooms;

        Inside(List<String> rooms) {
            super("are in " + rooms + " or foreign");
            this.rooms = rooms;
        }

        @Override
        public boolean test(JavaClass type) {
            String name = type.getPackageName();
            return !name.startsWith("dev.pgduo")
                    || rooms.stream().anyMatch(r -> (name + ".").startsWith("dev.pgduo." + r + "."));
        }
    }
}
