package dev.pgduo.session.query;

import dev.pgduo.wire.CopyIn;
import java.io.IOException;

/** COPY data in the script, up to a line with only {@code \.} (psql: {@code handleCopyIn}). */
record FrameFeed(Psql psql, Frame frame) implements Request.Feed {
    @Override
    public void send(CopyIn copy, boolean binary) throws IOException {
        Source source = frame.source();
        if (psql.program() && frame.typed() && !psql.settings().quiet()) {
            psql.output().out("""
                    Enter data to be copied followed by a newline.
                    End with a backslash and a period on a line by itself, or an EOF signal.
                    """);
        }
        source.copying(true);
        try {
            if (binary) {
                SourceFeed.everything(source, copy);
            } else {
                SourceFeed.lines(source, copy, frame::countLine);
            }
        } finally {
            source.copying(false);
        }
    }
}
