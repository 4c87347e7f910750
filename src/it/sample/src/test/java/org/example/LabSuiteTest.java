package org.example;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The same with pgduo's engine, for tools that look for classes. */
@Suite
@IncludeEngines("pgduo")
@SelectDirectories("labs")
class LabSuiteTest {}
