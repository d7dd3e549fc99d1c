package id.warta.platform.input;

import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads what {@link Slugs} are made with as the node starts, beside whatever else starts:
 * it reads files, which no event loop may wait for.
 */
@Component
class SlugTables implements SmartLifecycle {

	private volatile boolean running;

	@Override
	public void start() {
		Schedulers.boundedElastic().schedule(() -> Slugs.of(Slugs.NEUTRAL));
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
