package id.warta.site;

import java.util.Collection;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * The site's settings, held in memory.
 */
@Service
public class SiteSettings implements NodeLoader {

	/** The kind of the events that say that the settings have changed. */
	public static final String CHANGED = "SITE_CHANGED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Site";

	private final Replica<Site> site;

	SiteSettings(SiteTable table, Replicas replicas) {
		this.site = replicas.of(table.read(), CHANGED);
	}

	public Site current() {
		return this.site.value();
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, (id) -> (id == current().id()) ? current() : null);
	}

}
