import './app.css';
import './shell/app-shell';
