package dev.pgduo.shell.script;

import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code labs list}. */
public final class BundledLabCommands {
    @Command(
            name = "labs list",
            group = "shell",
            description = "list the bundled labs; play, present, verify and learn take their numbers or names",
            help =
                    "\"play course/05\" plays the fifth lab of the course, \"play course/05 --lang ru\" or \"play course/ru/05\" in Russian.")
    void list(
            @Option(longName = "lang", description = "the language of the titles: en, ru") @Nullable String lang,
            LabContext context) {
        LabForm form = LabForm.of(lang, List.of(), null);
        List<List<@Nullable String>> rows = new ArrayList<>();
        BundledLabs.byStem().forEach((stem, labs) -> rows.add(row(stem, labs, form)));
        context.table(List.of("number", "lab", "postgres", "languages", "title"), rows);
    }

    private static List<@Nullable String> row(String stem, List<BundledLab> labs, LabForm form) {
        BundledLab shown = BundledLabs.find(stem, form.language()).orElse(labs.get(0));
        Transcript transcript = form.of(shown.transcript());
        Header header = transcript.header();
        Set<String> languages = new TreeSet<>();
        labs.forEach(lab ->
                languages.addAll(lab.language().isEmpty() ? lab.transcript().languages() : Set.of(lab.language())));
        return Arrays.asList(
                shown.shownNumber(),
                shown.name(),
                header.postgres() == null ? "" : header.postgres().toString(),
                String.join(", ", languages),
                header.shownTitle().orElse(""));
    }
}
