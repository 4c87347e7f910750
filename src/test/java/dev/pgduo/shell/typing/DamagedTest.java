package dev.pgduo.shell.typing;

import dev.pgduo.Damage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamagedTest {
    @Test
    void sqlThatIsTyped() {
        Damage.ask(List.of("select 'a''b', \"c\", $x$ y $x$ /* z */ from t where n = 1.5e3 -- w"), Set.of(), text -> {
            SqlToken.of(text);
            SqlCompletion.of(CatalogNames.NONE, text, text.length());
        });
    }
}
