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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house's plan: which room may use which, and where the outside world comes in. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pgduo");

    private static final Map<String, List<String>> MAY_USE = Map.of(
            "report", List.of(),
            "table", List.of(),
            "transcript", List.of("report"),
            "cluster", List.of("report"),
            "session", List.of("report", "table"),
            "lab", List.of("report", "cluster", "session"),
            "replay", List.of("report", "transcript", "session", "cluster", "lab"),
            "export", List.of("report", "transcript"));

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
                    .allowEmptyShould(true)
                    .check(HOUSE);
        })));
        return tests;
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.pgduo.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlySessionTalksToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("session"), room("cluster"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
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
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pgduo.cluster.binaries.download..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.aether..", "org.apache.maven..", "org.codehaus.plexus..", "org.sonatype.plexus..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pgduo.cluster.binaries.download..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.compress..", "org.tukaani.xz..")
                .check(HOUSE);
    }

    @Test
    void springAndJlineStayAtTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.pgduo", room("shell"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.pgduo", room("shell"), room("table"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(HOUSE);
    }

    @Test
    void tableTakesOnlyTheWidthOfCharactersFromJline() {
        noClasses()
                .that()
                .resideInAPackage(room("table"))
                .should()
                .dependOnClassesThat(new Foreign())
                .allowEmptyShould(true)
                .check(HOUSE);
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

    /** JLine's classes but the one that knows how wide characters are. */
    private static final class Foreign extends DescribedPredicate<JavaClass> {
        Foreign() {
            super("are JLine's, but not WCWidth");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.getPackageName().startsWith("org.jline")
                    && !type.getSimpleName().equals("WCWidth");
        }
    }
}
