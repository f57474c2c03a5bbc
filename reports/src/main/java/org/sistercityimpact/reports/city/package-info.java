/** What is printed for one member: its brief for the council, and the letter on its files. */
package org.sistercityimpact.reports.city;
