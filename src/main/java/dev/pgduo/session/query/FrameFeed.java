package dev.pgduo.session.query;

import dev.pgduo.session.connection.CopyIn;
import java.io.IOException;

/** Data of COPY that follows in the script: up to a line with nothing but {@code \.} (psql: {@code handleCopyIn}). */
record FrameFeed(Frame frame) implements Request.Feed {
    @Override
    public void send(CopyIn copy, boolean binary) throws IOException {
        if (binary) {
            SourceFeed.everything(frame.source(), copy);
        } else {
            SourceFeed.lines(frame.source(), copy, frame::countLine);
        }
    }
}
