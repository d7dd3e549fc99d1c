package id.warta.eventlog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentEventsTests {

	@Test
	void givesTheEventsAfterAPosition() {
		RecentEvents recent = new RecentEvents(Events.page(1, 5), 10);
		assertThat(Events.positions(recent.after(2, 100))).containsExactly(3L, 4L, 5L);
		assertThat(Events.positions(recent.after(0, 2))).containsExactly(1L, 2L);
		assertThat(recent.after(5, 100)).isEmpty();
		assertThat(recent.after(9, 100)).isEmpty();
	}

	@Test
	void forgetsTheOldestFirst() {
		RecentEvents recent = new RecentEvents(Events.page(1, 5), 5);
		recent.append(Events.page(6, 8).events());
		assertThat(recent.head()).isEqualTo(8);
		assertThat(recent.after(2, 100)).isEmpty();
		assertThat(Events.positions(recent.after(3, 100))).containsExactly(4L, 5L, 6L, 7L, 8L);
	}

	@Test
	void holdsNothingOfALogWithoutRows() {
		RecentEvents recent = new RecentEvents(Events.page(8, 7), 5);
		assertThat(recent.after(3, 100)).isEmpty();
		assertThat(recent.cursor()).isEqualTo(new EventCursor(Events.EPOCH, 7));
	}

}
