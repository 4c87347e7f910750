package dev.pgduo.course.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.TaskState;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What graders read of a student's work. */
class GradersTest {
    private static final List<LabProgress> LABS = List.of(
            LabProgress.none("course/05-x", "Five", List.of("Do <a> & \"b\"\u0007.", "Be shown.", "Pass.", "Rest."))
                    .with(0, TaskState.DONE)
                    .withHints(0, 2)
                    .after(0, 40)
                    .with(1, TaskState.SHOWN)
                    .with(2, TaskState.SKIPPED),
            LabProgress.none("course/06-y", "Six", List.of("Nothing yet.")));

    @Test
    void areGivenJunitXml() throws Exception {
        StringWriter out = new StringWriter();
        GraderXml.write(LABS, out);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
        Element all = document.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("5");
        assertThat(all.getAttribute("failures")).isEqualTo("1");
        assertThat(all.getAttribute("skipped")).isEqualTo("3");
        assertThat(all.getAttribute("time")).isEqualTo("40.000");
        Element first = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("task 1: Do <a> & \"b\" .");
        assertThat(first.getAttribute("classname")).isEqualTo("course/05-x");
        assertThat(first.getTextContent()).isEqualTo("done with 2 hints");
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("the solution was shown");
        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    }

    @Test
    void areGivenGradescopesResults() throws Exception {
        StringWriter out = new StringWriter();
        GradescopeJson.write(LABS, out);
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(out.toString()); // JSON is YAML
        assertThat(document.get("tests")).asInstanceOf(LIST).hasSize(5);
        List<Map<String, Object>> tests = tests(document);
        assertThat(tests.get(0))
                .containsEntry("score", 1)
                .containsEntry("max_score", 1)
                .containsEntry("status", "passed")
                .containsEntry("output", "done with 2 hints");
        assertThat(tests.get(1)).containsEntry("score", 0).containsEntry("status", "failed");
        assertThat(tests.get(4)).containsEntry("number", "2.1");
        assertThat(document)
                .containsEntry(
                        "output", "course/05-x: 1 of 4 tasks done, 1 shown\ncourse/06-y: 0 of 1 tasks done, 0 shown\n");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tests(Map<String, Object> document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(document.get("tests"));
    }
}
