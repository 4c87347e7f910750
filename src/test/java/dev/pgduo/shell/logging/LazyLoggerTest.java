package dev.pgduo.shell.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LazyLoggerTest {
    private static final String NAME = LazyLoggerTest.class.getName();

    private final List<LogRecord> records = new ArrayList<>();
    private final Logger target = Logger.getLogger(NAME);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        target.setUseParentHandlers(false);
        target.addHandler(handler);
    }

    @AfterEach
    void unlisten() {
        target.removeHandler(handler);
        target.setUseParentHandlers(true);
    }

    @Test
    void isTheLoggerOfAll() {
        assertThat(LoggerFactory.getLogger(NAME)).isInstanceOf(LazyLogger.class);
    }

    @Test
    void handsOnMessageAndCause() {
        Exception cause = new IllegalStateException("broken");
        LoggerFactory.getLogger(NAME).error("could not {} the {}", "open", "file", cause);
        assertThat(records).singleElement().satisfies(entry -> {
            assertThat(entry.getMessage()).isEqualTo("could not open the file");
            assertThat(entry.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(entry.getThrown()).isSameAs(cause);
            assertThat(entry.getSourceClassName()).isEqualTo(NAME);
        });
    }

    @Test
    void keepsOfLessThanInfoNothing() {
        org.slf4j.Logger logger = LoggerFactory.getLogger(NAME);
        logger.debug("one");
        logger.trace("two");
        logger.info("three");
        logger.warn("four");
        assertThat(records).extracting(LogRecord::getMessage).containsExactly("three", "four");
    }
}
