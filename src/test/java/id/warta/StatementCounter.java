package id.warta;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Counts the statements that a test causes.
 */
@TestComponent
public class StatementCounter implements BeanPostProcessor {

	/** What the event log's tail and the timers of each node say. */
	private static final List<String> BACKGROUND = List.of("event_log", "skip locked", "article_tally_compact",
			"search_catch_up", "view_flush set", "insert into view_flush", "published_at <= $1\norder by",
			"embargo_until <= $1\norder by");

	private final List<String> statements = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof ConnectionFactory factory)
				? ProxyConnectionFactory.builder(factory).onBeforeQuery(this::count).build() : bean;
	}

	private void count(QueryExecutionInfo execution) {
		execution.getQueries().forEach((query) -> this.statements.add(query.getQuery()));
	}

	/**
	 * Forgets what was counted.
	 */
	public void reset() {
		this.statements.clear();
	}

	/**
	 * The statements since the last reset, but for the event log's tail, which runs all
	 * the time.
	 */
	public List<String> statements() {
		return this.statements.stream().filter((sql) -> BACKGROUND.stream().noneMatch(sql::contains)).toList();
	}

}
