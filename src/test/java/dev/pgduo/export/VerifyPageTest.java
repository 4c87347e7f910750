package dev.pgduo.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.result.Finding;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.Outcomes;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyPageTest {
    private static String page(LabOutcome... outcomes) throws IOException {
        StringWriter out = new StringWriter();
        VerifyPage.write(List.of(outcomes), out);
        return out.toString();
    }

    @Test
    void hasEachDifferenceOnceAndWhatWasAdapted() throws IOException {
        Finding adapted = Finding.adapted(3, "since 10 it is called <so>", Drift.RENAMED);
        String page = page(
                Outcomes.played("a&b.lab", "10", "10.23", 1250, adapted, Outcomes.diff(7, "-<old>", "+new")),
                Outcomes.played("a&b.lab", "11", "11.22", 20, adapted),
                Outcomes.skipped("c.lab", "10", "10.23", "not for it"),
                Outcomes.played("c.lab", "11", "11.22", 20, Finding.error(9, Optional.empty(), List.of("ERROR:  x"))));
        assertThat(page)
                .contains(
                        "2 labs on PostgreSQL 10-11: 1 skip, 1 adapted, 1 drift, 1 fail",
                        "<tr><th scope=\"col\">Lab</th><th scope=\"col\">10</th><th scope=\"col\">11</th></tr>",
                        "<tr><th scope=\"row\">a&amp;b.lab</th><td class=\"drift\"><a href=\"#drift\">drift</a> <small>1.3 s</small></td>",
                        "<td class=\"skip\">skip</td>",
                        "<h3>a&amp;b.lab:3</h3><span>adapted, renamed, PostgreSQL 10-11</span>",
                        "<p class=\"reason\">since 10 it is called &lt;so&gt;</p>",
                        "<span class=\"expected\">-&lt;old&gt;</span>\n<span class=\"came\">+new</span>\n",
                        "<li>c.lab on PostgreSQL 10.23: skipped: not for it</li>")
                .containsSubsequence("<h2 id=\"fail\">", "<h2 id=\"drift\">", "<h2 id=\"adapted\">")
                .doesNotContain("<so>", "<old>", "http:", "https:", "<script");
        assertThat(page.split("since 10 it", -1)).hasSize(2);
    }

    @Test
    void aLabWithoutDifferencesHasATableAndFigures() throws IOException {
        assertThat(page(Outcomes.played("a.lab", "15", "15.4", 20)))
                .contains("1 lab on PostgreSQL 15: 1 pass", "<td class=\"pass\">pass")
                .doesNotContain("id=\"fail\"", "id=\"adapted\"");
    }
}
