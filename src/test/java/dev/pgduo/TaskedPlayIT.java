package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --tasks} on honest tasks and on others. */
class TaskedPlayIT {
    @TempDir
    Path directory;

    private String lab(String name) throws IOException {
        Path lab = directory.resolve(name);
        try (InputStream in = Objects.requireNonNull(TaskedPlayIT.class.getResourceAsStream("course/verify/" + name))) {
            Files.copy(in, lab);
        }
        return lab.toString();
    }

    @Test
    void honestTasksPassAndTheLabGoesOn() throws IOException {
        Ran ran = Ran.pgduo(directory, "verify", "--tasks", lab("honest.lab"));
        assertThat(ran.text())
                .contains("2 tasks with 6 wrong answers tried", "0 failed")
                .doesNotContain("ERROR");
        assertThat(ran.code()).isZero();
    }

    @Test
    void whatIsWrongWithOthersIsSaid() throws IOException {
        Path junit = directory.resolve("junit.xml");
        Path json = directory.resolve("out.json");
        String lab = lab("dishonest.lab");
        Ran ran =
                Ran.pgduo(directory, "verify", "--tasks", lab, "--junit", junit.toString(), "--json", json.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "dishonest.lab:7: ERROR:  task is done before it begins",
                        "Seen: a is a primary.",
                        "dishonest.lab:21: ERROR:  the wrong answer solves the task",
                        "Seen: work_mem = 9MB.",
                        "dishonest.lab:22: ERROR:  the wrong answer ends in an error",
                        "syntax error at or near \"selct\"",
                        "dishonest.lab:23: ERROR:  the wrong answer does not end in an error",
                        "dishonest.lab:32: ERROR:  the solution does not solve the task within 1.0 s",
                        "Seen last: n is {1; 2}; work_mem is 7MB.",
                        "dishonest.lab:47: ERROR:  a session waits or is in a transaction where the task begins",
                        "4 failed")
                .doesNotContain("the output is not the expected one");
        assertThat(Files.readString(junit)).contains("name=\"task: Already done.\"", "failures=\"4\"");
        assertThat(Files.readString(json)).contains("the wrong answer solves the task");
    }

    @Test
    void plainVerificationTriesNothing() throws IOException {
        Ran ran = Ran.pgduo(directory, "verify", lab("dishonest.lab"));
        assertThat(ran.code()).isZero();
        assertThat(ran.text()).contains("8 steps").doesNotContain("tried", "task is");
    }

    @Test
    void aLoadGoesBackWithTheLab() throws IOException {
        Ran ran = Ran.pgduo(directory, "verify", "--tasks", lab("load.lab"));
        assertThat(ran.text())
                .contains("1 task with 2 wrong answers tried", "0 failed")
                .doesNotContain("ERROR");
        assertThat(ran.code()).isZero();
    }

    @Test
    void badSyntaxIsFoundWithoutAServer() throws IOException {
        Path lab = Files.writeString(directory.resolve("bad.lab"), """
                lab> up

                %task x
                %check a: select 1 = 1
                %check running c
                %check running a within 5
                %wrong lab: nosuch

                lab> down
                %end
                """);
        Ran ran = Ran.pgduo(directory, "verify", "--check", lab.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "bad.lab:4:11: ERROR:  invalid predicate: expected \"=> VALUE\" behind the SQL",
                        "bad.lab:5:8: ERROR:  invalid predicate: expected a predicate, found \"running\"",
                        "bad.lab:6:25: ERROR:  invalid duration \"5\"",
                        "bad.lab:7: ERROR:  ",
                        "4 found");
        assertThat(Ran.pgduo(directory, "verify", "--tasks", "--update", lab.toString())
                        .text())
                .contains("verify --tasks writes no file");
    }
}
