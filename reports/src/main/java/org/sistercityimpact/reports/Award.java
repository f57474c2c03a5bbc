package org.sistercityimpact.reports;

/** An award of the report's year. */
record Award(String award, String memberId, String citation) {}
