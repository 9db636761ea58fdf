import '../app/app.css';
import './seat-page';
